package org.homeward.intake.providers;

import org.jspecify.annotations.Nullable;

/** A command of a person to a provider. */
sealed interface ProviderCommand {

  /**
   * Says anew what it is.
   *
   * @param address of no account where it was not named
   * @param namesAddress whether the address is another one now, or none
   */
  record Say(Details details, @Nullable String address, boolean namesAddress)
      implements ProviderCommand {}

  /** Somebody has asked, and all of it is still so. */
  record Check(String by) implements ProviderCommand {}

  /** It is out of the directory. */
  record TakeOut() implements ProviderCommand {}
}
