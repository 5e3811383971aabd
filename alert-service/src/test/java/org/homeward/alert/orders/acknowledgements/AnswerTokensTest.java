package org.homeward.alert.orders.acknowledgements;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.homeward.alert.orders.acknowledgements.AnswerTokens.Asked;
import org.junit.jupiter.api.Test;

class AnswerTokensTest {

  private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");
  private static final String ALERT = UUID.randomUUID().toString();

  private final AnswerTokens tokens = new AnswerTokens(new byte[32], GATEWAY);

  private static String token(URI link) {
    return link.toString().substring(link.toString().lastIndexOf('/') + 1);
  }

  @Test
  void aLinkNamesOneOrganisationAndOneAlertAndIsTheSameEachTime() {
    URI link = tokens.of(ALERT, 401);

    assertThat(link).isEqualTo(tokens.of(ALERT, 401));
    assertThat(link.toString()).startsWith("http://127.0.0.1:8080/api/v1/answers/");
    assertThat(token(link)).matches("[A-Za-z0-9_-]{54}");
    assertThat(tokens.read(token(link))).contains(new Asked(ALERT, 401));
    assertThat(tokens.of(ALERT, 402)).isNotEqualTo(link);
  }

  @Test
  void whatThisNodeHasNotMadeOpensNothing() {
    byte[] other = new byte[32];
    other[0] = 1;
    String foreign = token(new AnswerTokens(other, GATEWAY).of(ALERT, 401));
    String own = token(tokens.of(ALERT, 401));
    String changed = (own.startsWith("A") ? "B" : "A") + own.substring(1);

    assertThat(tokens.read(foreign)).isEmpty();
    assertThat(tokens.read(changed)).isEmpty();
    assertThat(tokens.read(own.substring(1))).isEmpty();
    assertThat(tokens.read("!".repeat(54))).isEmpty();
    assertThat(tokens.read("")).isEmpty();
  }
}
