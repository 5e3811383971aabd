package org.homeward.console.pages;

import java.util.List;

/**
 * The person at the browser, as the issuer knows her. The API decides what she may do; pages only
 * leave out what is not for her role.
 *
 * @param name what colleagues call her
 * @param id opaque id of the person
 * @param desk of a police officer; empty otherwise
 */
public record Person(String name, String id, List<String> roles, String desk) {

  public Person {
    roles = List.copyOf(roles);
  }

  public boolean is(String role) {
    return roles.contains(role);
  }

  /** Whether she takes calls and works on cases. */
  public boolean isOnCases() {
    return is("operator") || is("supervisor");
  }

  /** Whether she takes what people report. */
  public boolean takesReports() {
    return isOnCases() || is("confidant");
  }

  /** Whether the desk is where she begins. */
  public boolean isAtDesk() {
    return isOnCases() || is("confidant") || is("dpo");
  }

  /** Whether she offers cases to partners. */
  public boolean offersCases() {
    return isOnCases() || is("partner-desk");
  }

  /** Whether she answers partners for the hotline. */
  public boolean answersPartners() {
    return is("supervisor") || is("partner-desk");
  }

  /** Whether she sees handovers. */
  public boolean isAtHandovers() {
    return offersCases() || is("dpo");
  }

  /** Whether she decides about alerts, or works with them. */
  public boolean isOnAlerts() {
    return isOnCases() || is("authority");
  }

  /** Whether she works at the hotline, so that she may know colleagues by name. */
  public boolean isStaff() {
    return isAtHandovers() || is("confidant") || is("admin");
  }

  public boolean isPolice() {
    return is("police");
  }

  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
