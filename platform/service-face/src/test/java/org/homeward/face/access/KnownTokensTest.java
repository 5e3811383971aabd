package org.homeward.face.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class KnownTokensTest {

  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean expired = new AtomicBoolean();
  private final KnownTokens tokens =
      new KnownTokens(this::signed, this::checked, Duration.ofMinutes(5), nanos::get);

  private Jwt signed(String token) {
    looks.incrementAndGet();
    if (token.startsWith("forged")) {
      throw new BadJwtException("forged");
    }
    return Jwt.withTokenValue(token).header("alg", "ES256").subject("ana").build();
  }

  private OAuth2TokenValidatorResult checked(Jwt token) {
    return expired.get()
        ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
        : OAuth2TokenValidatorResult.success();
  }

  @Test
  void signatureOfATokenIsLookedAtOnceInFiveMinutes() {
    tokens.decode("a");
    assertThat(tokens.decode("a").getSubject()).isEqualTo("ana");
    assertThat(looks).hasValue(1);
    tokens.decode("b");
    assertThat(looks).hasValue(2);
    nanos.set(Duration.ofMinutes(5).toNanos() + 1);
    tokens.decode("a");
    assertThat(looks).hasValue(3);
  }

  @Test
  void knownTokenIsRefusedOnceItIsNotValidAnyMore() {
    tokens.decode("a");
    expired.set(true);
    assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(JwtValidationException.class);
  }

  @Test
  void forgedTokenIsNeverKnown() {
    assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
    assertThat(looks).hasValue(2);
  }

  @Test
  void noMoreThanAThousandAreKept() {
    for (int i = 0; i <= 1_000; i++) {
      tokens.decode("t" + i);
    }
    tokens.decode("t0");
    assertThat(looks).hasValue(1_002);
  }
}
