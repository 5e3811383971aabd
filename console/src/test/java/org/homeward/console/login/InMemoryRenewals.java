package org.homeward.console.login;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns of one process. */
public final class InMemoryRenewals implements Renewals {

  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  @Override
  public boolean begin(String session) {
    return begun.add(session);
  }

  @Override
  public void end(String session) {
    begun.remove(session);
  }
}
