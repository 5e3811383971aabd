package org.homeward.alert.subscribers.subscriptions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.homeward.alert.node.LanguageTags;
import org.jspecify.annotations.Nullable;

/**
 * The pages behind links in mails: one button, nothing to load, nothing said of the subscription.
 */
public final class LinkPages {

  private static final List<String> TAGS =
      Arrays.stream(Language.values()).map(Language::code).toList();

  private final Texts texts = new Texts();

  /** The browser's preferred language among ours; English when there is none. */
  public static Language language(@Nullable String accepted) {
    if (accepted == null) {
      return Language.EN;
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
      return tag == null ? Language.EN : Language.ofCode(tag).orElse(Language.EN);
    } catch (IllegalArgumentException notAnAcceptLanguage) {
      return Language.EN;
    }
  }

  /**
   * A page whose button posts to its own address.
   *
   * @param name of the texts, as {@code confirm}
   */
  public byte[] button(Language language, String name) {
    String button = Texts.html(texts.of(language, name + ".button"));
    return page(language, name, "<form method=\"post\"><button>" + button + "</button></form>\n");
  }

  public byte[] told(Language language, String name) {
    return page(language, name, "");
  }

  private byte[] page(Language language, String name, String more) {
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
        <body>
        <h1>%s</h1>
        <p>%s</p>
        %s</body>
        </html>
        """
        .formatted(
            LanguageTags.of(language.code()),
            Texts.html(texts.of(language, name + ".title")),
            Texts.html(texts.of(language, name + ".title")),
            Texts.html(texts.of(language, name + ".text")),
            more)
        .getBytes(StandardCharsets.UTF_8);
  }
}
