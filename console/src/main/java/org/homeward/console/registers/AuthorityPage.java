package org.homeward.console.registers;

import java.util.List;

/**
 * One entry of the register, and what the reader may do about it.
 *
 * @param seen the version that this page shows
 * @param told what was done just now, in words; empty otherwise
 * @param wrong why something was not done, in words; empty otherwise
 */
record AuthorityPage(
    String id,
    String office,
    String callBack,
    List<String> powers,
    List<String> persons,
    String standing,
    String created,
    String until,
    String revoked,
    String seen,
    String key,
    boolean mayConfirm,
    boolean mayChange,
    String told,
    String wrong) {

  AuthorityPage {
    powers = List.copyOf(powers);
    persons = List.copyOf(persons);
  }

  boolean waits() {
    return standing.equals("UNCONFIRMED");
  }

  boolean isRevoked() {
    return standing.equals("REVOKED");
  }

  @Override
  public String toString() {
    return "AuthorityPage[" + id + "]";
  }
}
