package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.alert.police.formats.Representation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAcceptTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | ATOM",
        "application/json | JSON",
        "application/json;charset=utf-8 | JSON",
        "application/atom+xml | ATOM",
        "text/html | ATOM",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | ATOM",
        "application/atom+xml,application/rss+xml;q=0.9,*/*;q=0.1 | ATOM",
        "application/rss+xml, application/xml | ATOM",
        "application/json, text/plain, */* | JSON",
        "application/json;q=0.5, application/atom+xml;q=0.4 | JSON",
        "application/json;q=0.4, application/atom+xml;q=0.5 | ATOM",
        "application/json;q=0, */* | ATOM",
        "application/atom+xml;q=0, application/xml;q=0, text/*;q=0, application/* | ATOM",
        "application/* | ATOM",
        "image/png | NONE",
        "application/cap+xml | CAP",
        "application/cap+xml, application/xml;q=0.9, */*;q=0.1 | CAP",
        "application/cap+xml;q=0.5, application/atom+xml | ATOM",
        "application/xhtml+xml;q=0, application/json;q=0 | NONE",
        "not a type | NONE"
      })
  void acceptChoosesTheForm(String accept, String expected) {
    assertThat(HttpAccept.best(accept).map(Enum::name).orElse("NONE")).isEqualTo(expected);
  }

  @Test
  void nothingAskedIsAtom() {
    assertThat(HttpAccept.best(null)).contains(Representation.ATOM);
  }
}
