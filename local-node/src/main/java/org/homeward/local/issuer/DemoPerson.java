package org.homeward.local.issuer;

import java.util.List;

/**
 * Somebody who plays a part on a demo node; the secret is {@code demo-<login>}.
 *
 * @param person opaque id; two logins of one person share it
 */
record DemoPerson(String login, String person, String role) {

  static final List<DemoPerson> ALL =
      List.of(
          new DemoPerson("ana", "p-1001", "operator"),
          new DemoPerson("ana-2", "p-1001", "operator"),
          new DemoPerson("marko", "p-1002", "operator"),
          new DemoPerson("jelena", "p-1003", "supervisor"),
          new DemoPerson("petar", "p-1004", "authority"),
          new DemoPerson("dragan", "p-1005", "police"),
          new DemoPerson("gordana", "p-1006", "partner-desk"),
          new DemoPerson("mina", "p-1007", "confidant"),
          new DemoPerson("vera", "p-1008", "dpo"),
          new DemoPerson("nikola", "p-1009", "admin"));

  String secret() {
    return "demo-" + login;
  }
}
