package org.homeward.alert.subscribers.subscriptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that mails and pages are written in. */
public enum Language {
  EN,
  SR,
  EL;

  /** As in ISO 639-1. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Language> ofCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }
}
