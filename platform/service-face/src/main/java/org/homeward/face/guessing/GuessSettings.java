package org.homeward.face.guessing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.guesses.*}.
 *
 * @param free wrong secrets of one client, or for one login, that cost nothing
 * @param longest the longest pause before a secret of a client is looked at; each wrong one doubles
 *     it
 * @param longestForLogin the longest pause because others try a login
 * @param forgotten so long after the last wrong one they count no more
 * @param atGateway whether what a proxy passes on has waited there, and is counted there
 * @param waiting requests of one client that may pause at a time because of its own wrong secrets
 */
@ConfigurationProperties("homeward.guesses")
record GuessSettings(
    @DefaultValue("5") int free,
    @DefaultValue("2s") Duration longest,
    @DefaultValue("500ms") Duration longestForLogin,
    @DefaultValue("15m") Duration forgotten,
    @DefaultValue("false") boolean atGateway,
    @DefaultValue("8") int waiting) {

  GuessSettings {
    if (free < 0 || waiting < 1 || longest.isNegative() || forgotten.isNegative()) {
      throw new IllegalArgumentException("homeward.guesses.* are out of range");
    }
  }
}
