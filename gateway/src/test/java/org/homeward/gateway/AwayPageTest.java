package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.homeward.gateway.AwayPage.Form;
import org.homeward.gateway.AwayPage.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwayPageTest {

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

  private final AwayPage page = new AwayPage(new AwaySettings("116 000", "192", "112"));

  @ParameterizedTest
  @EnumSource(Reader.class)
  void everyPageHasEveryWordInEveryLanguageAndNoScript(Reader reader) {
    for (Form form : Form.values()) {
      String html = page.html(reader, form, List.of());

      assertThat(html)
          .doesNotContain("null", "{0}", "{1}", "{2}", "`", "<script", "style=", " onclick");
      assertThat(html).contains("<section id=\"sr-Latn\"", "\"sr-Cyrl\"", "\"en\"", "\"el\"");
      assertThat(html).contains("href=\"tel:116000\">116 000</a>");
    }
  }

  @Test
  void staffReadWhichPartIsAwayAndWhatStillWorks() {
    assertThat(english(Reader.STAFF, Form.READ))
        .contains("The console is away", "<code>/api/v1</code>", "<code>./homeward status</code>")
        .contains("tries again by itself");
    assertThat(english(Reader.STAFF, Form.NOT_SENT)).contains("NOTHING was done");
    assertThat(english(Reader.STAFF, Form.UNSURE)).contains("We do not know whether it was done");
  }

  @Test
  void aTipIsNotReceivedUnlessNobodyKnows() {
    for (Form form : List.of(Form.READ, Form.NOT_SENT)) {
      assertThat(english(Reader.TIP, form)).contains("<title>NOT received. Call 116 000.</title>");
    }
    assertThat(english(Reader.TIP, Form.UNSURE))
        .contains("We do not know whether it arrived")
        .doesNotContain("NOT received");
  }

  @Test
  void theLanguagesOfTheBrowserComeFirst() {
    assertThat(first("el-GR", "en")).isEqualTo("el");
    assertThat(first("sr")).isEqualTo("sr-Latn");
    assertThat(first("sr-Cyrl-RS")).isEqualTo("sr-Cyrl");
    assertThat(first("fr", "en-GB")).isEqualTo("en");
    assertThat(first("fr")).isEqualTo("sr-Latn");
  }

  @Test
  void aNumberOfASettingIsNeverMarkup() {
    var odd = new AwayPage(new AwaySettings("<b>&\"", "192", "112"));

    assertThat(odd.html(Reader.TIP, Form.READ, List.of()))
        .contains("&lt;b&gt;&amp;&quot;")
        .doesNotContain("<b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sr-Latn", "sr-Cyrl", "el"})
  void aLanguageHasTheKeysOfTheOthersAndItsOwnLetters(String tag) throws Exception {
    Properties words = words(tag);

    assertThat(words.stringPropertyNames()).isEqualTo(words("en").stringPropertyNames());
    if (!tag.equals("sr-Latn")) {
      words
          .stringPropertyNames()
          .forEach(
              key ->
                  assertThat(LATIN.matcher(withoutCode(words.getProperty(key))).find())
                      .as(key)
                      .isFalse());
    }
  }

  private static String withoutCode(String text) {
    return text.replaceAll("`[^`]*`", "").replace("API", "").replace("token", "");
  }

  private static Properties words(String tag) throws Exception {
    var words = new Properties();
    var in = AwayPage.class.getResourceAsStream("/away/" + tag + ".properties");
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  private String english(Reader reader, Form form) {
    String html = page.html(reader, form, List.of(Locale.ENGLISH));
    return html.substring(0, html.indexOf("</section>"));
  }

  private String first(String... wishes) {
    var wished = Arrays.stream(wishes).map(Locale::forLanguageTag).toList();
    return page.html(Reader.STAFF, Form.READ, wished)
        .replaceFirst("(?s).*?<html lang=\"([^\"]*)\".*", "$1");
  }
}
