package org.homeward.intake.providers;

/** The outcome of a command to a provider. */
sealed interface ProviderDecision {

  record Changed(Provider next) implements ProviderDecision {}

  record TakenOut() implements ProviderDecision {}

  record Unchanged() implements ProviderDecision {}

  /** There is none any more. */
  record Refused() implements ProviderDecision {}
}
