package org.homeward.face.access;

import java.util.Locale;
import java.util.Optional;

/** A person's role at the hotline. */
public enum Role {
  OPERATOR,
  SUPERVISOR,
  AUTHORITY,
  POLICE,
  PARTNER_DESK,
  CONFIDANT,
  DPO,
  ADMIN;

  /** The name in tokens and documents, as {@code partner-desk}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name as Spring Security's authority, as {@code ROLE_partner-desk}. */
  public String authority() {
    return "ROLE_" + wire();
  }

  /** The role of this name, or empty when no such role exists here. */
  public static Optional<Role> ofWire(String wire) {
    for (var role : values()) {
      if (role.wire().equals(wire)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
