package org.homeward.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostileTextsTest {

  @Test
  void tagsAreFoundWhateverStandsInTheirValues() {
    assertThat(HostileTexts.tags("1 < 2 <p class=\"a > b\" id=x>t</p><!--c--><BR title='\">'/>"))
        .containsExactly("<p class=\"\" id=x>", "</p>", "<!--c-->", "<BR title='\">'/>");
  }

  @Test
  void aTextThatLeavesItsPlaceIsSeen() {
    String plain = "<dd title=\"%s\"><bdi>%s</bdi></dd>";
    var tags = HostileTexts.tags(plain.formatted("x", "x"));

    assertThat(HostileTexts.tags(plain.formatted("y", "y y"))).isEqualTo(tags);
    assertThat(HostileTexts.tags(plain.formatted("x", "<hr>"))).isNotEqualTo(tags);
    assertThat(HostileTexts.tags(plain.formatted("\" onfocus=\"y", "x"))).isNotEqualTo(tags);
    assertThat(HostileTexts.tags(plain.formatted("\"", "x"))).isNotEqualTo(tags);
  }
}
