package org.homeward.alert.subscribers.preferences;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.homeward.alert.subscribers.subscriptions.LinkTokens;
import org.homeward.alert.subscribers.subscriptions.LinkTokens.Purpose;
import org.homeward.alert.subscribers.subscriptions.LinkTokens.Token;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** A link opens the page once; the page's own key is good for half an hour after that. */
final class OpenPage {

  private final GuardedDocuments<PreferenceLink> links;
  private final LinkTokens tokens;
  private final Clock clock;

  OpenPage(GuardedDocuments<PreferenceLink> links, LinkTokens tokens, Clock clock) {
    this.links = links;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * A page that was opened.
   *
   * @param key opens nothing but this page
   */
  record Opened(String subscription, String key) {

    @Override
    public String toString() {
      return "Opened[redacted]";
    }
  }

  /** Empty for a link that was used, is too old or never was: nobody learns which. */
  Optional<Opened> open(String link) {
    Token token = LinkTokens.read(link).orElse(null);
    if (token == null) {
      return Optional.empty();
    }
    String page = LinkTokens.nonce();
    Instant now = clock.instant();
    boolean opened =
        links.change(token.id(), read -> used(read, token, page, now))
                instanceof WriteOutcome.Written(var _, var done)
            && done;
    return opened
        ? Optional.of(new Opened(token.id(), tokens.token(Purpose.PAGE, token.id(), page)))
        : Optional.empty();
  }

  private Decision<PreferenceLink, Boolean> used(
      Guarded<PreferenceLink> read, Token token, String page, Instant now) {
    boolean fits = tokens.fits(token, Purpose.PREFERENCES, read.state().nonce());
    return fits && read.state().opens(now)
        ? Decision.write(
            Edit.of(read.state().opened(page, now), AskForLink.BY).withDues(read.dues()), true)
        : Decision.keep(false);
  }

  /** The subscription whose page has this key, while the page can be used. */
  Optional<String> subscription(String key) {
    return LinkTokens.read(key).filter(this::isOfPage).map(Token::id);
  }

  private boolean isOfPage(Token token) {
    Instant now = clock.instant();
    return links
        .find(token.id())
        .map(read -> read.state().pageAt(now))
        .filter(page -> tokens.fits(token, Purpose.PAGE, page))
        .isPresent();
  }

  /** Counts a code that is asked for on the page; false when there were too many. */
  boolean takeCode(String subscription) {
    return links.change(subscription, OpenPage::counted)
            instanceof WriteOutcome.Written(var _, var taken)
        && taken;
  }

  private static Decision<PreferenceLink, Boolean> counted(Guarded<PreferenceLink> read) {
    return read.state().hasCodes()
        ? Decision.write(
            Edit.of(read.state().codeAsked(), AskForLink.BY).withDues(read.dues()), true)
        : Decision.keep(false);
  }
}
