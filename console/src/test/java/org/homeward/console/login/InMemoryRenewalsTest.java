package org.homeward.console.login;

import java.util.List;

class InMemoryRenewalsTest extends RenewalsContract {

  private final Renewals renewals = new InMemoryRenewals();

  @Override
  protected List<Renewals> twoConsoles() {
    return List.of(renewals, renewals);
  }

  @Override
  protected String session() {
    return "session";
  }
}
