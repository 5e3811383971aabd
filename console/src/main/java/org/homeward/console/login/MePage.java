package org.homeward.console.login;

import java.util.List;

/**
 * A person's own login: name, roles and sign-ins.
 *
 * @param name what colleagues call her
 * @param roles by their code
 * @param uses when each of her sign-ins was used last, in words; the newest first
 */
record MePage(String name, List<String> roles, List<String> uses) {

  MePage {
    roles = List.copyOf(roles);
    uses = List.copyOf(uses);
  }

  @Override
  public String toString() {
    return "MePage[redacted]";
  }
}
