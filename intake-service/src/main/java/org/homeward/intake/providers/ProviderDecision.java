package org.homeward.intake.providers;

/** What became of a provider. */
sealed interface ProviderDecision {

  record Changed(Provider next) implements ProviderDecision {}

  record TakenOut() implements ProviderDecision {}

  record Unchanged() implements ProviderDecision {}

  /** There is none any more. */
  record Refused() implements ProviderDecision {}
}
