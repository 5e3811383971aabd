package org.homeward.local.issuer;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody who plays a part on a demo node; the secret is {@code demo-<login>}.
 *
 * @param person opaque id; two logins of one person share it
 */
record DemoPerson(String login, String person, String role) {
  private static final String OPERATOR = "operator";
  private static final String SUPERVISOR = "supervisor";
  private static final String AUTHORITY = "authority";
  private static final String POLICE = "police";
  private static final String PARTNER_DESK = "partner-desk";
  private static final String CONFIDANT = "confidant";
  private static final String DPO = "dpo";
  private static final String ADMIN = "admin";

  private static final Map<String, List<DemoPerson>> BY_NODE =
      Map.of(
          "rs",
          List.of(
              new DemoPerson("ana", "p-1001", OPERATOR),
              new DemoPerson("ana-2", "p-1001", OPERATOR),
              new DemoPerson("marko", "p-1002", OPERATOR),
              new DemoPerson("jelena", "p-1003", SUPERVISOR),
              new DemoPerson("jelena-2", "p-1003", AUTHORITY), // who may not approve her own alert
              new DemoPerson("petar", "p-1004", AUTHORITY),
              new DemoPerson("dragan", "p-1005", POLICE),
              new DemoPerson("gordana", "p-1006", PARTNER_DESK),
              new DemoPerson("mina", "p-1007", CONFIDANT),
              new DemoPerson("vera", "p-1008", DPO),
              new DemoPerson("nikola", "p-1009", ADMIN),
              new DemoPerson("milan", "p-1010", SUPERVISOR)),
          "gr",
          List.of(
              new DemoPerson("maria", "p-2001", OPERATOR),
              new DemoPerson("nikos", "p-2002", SUPERVISOR),
              new DemoPerson("katerina", "p-2003", AUTHORITY),
              new DemoPerson("kostas", "p-2004", POLICE),
              new DemoPerson("eleni", "p-2005", PARTNER_DESK),
              new DemoPerson("sofia", "p-2006", DPO),
              new DemoPerson("yannis", "p-2007", ADMIN),
              new DemoPerson("giorgos", "p-2008", OPERATOR),
              new DemoPerson("despina", "p-2009", SUPERVISOR),
              new DemoPerson("christina", "p-2010", CONFIDANT)));

  /** Everybody at this node. */
  static List<DemoPerson> at(String node) {
    List<DemoPerson> people = BY_NODE.get(node);
    if (people == null) {
      throw new IllegalArgumentException("the demo knows nobody at node " + node);
    }
    return people;
  }

  boolean isAdmin() {
    return role.equals(ADMIN);
  }

  boolean isPolice() {
    return role.equals(POLICE);
  }

  /** Her name among colleagues: her logins are first names. */
  String name() {
    String first = login.replaceFirst("-\\d+$", "");
    return first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1);
  }

  String secret() {
    return "demo-" + login;
  }
}
