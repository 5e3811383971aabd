package org.homeward.local.issuer;

/** The administrator whom the demo knows at a node. */
public final class DemoAdmins {

  private DemoAdmins() {}

  /** The login. */
  public static String at(String node) {
    return DemoPerson.at(node).stream()
        .filter(DemoPerson::isAdmin)
        .map(DemoPerson::login)
        .findFirst()
        .orElseThrow();
  }
}
