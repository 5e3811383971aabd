package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.homeward.schema.bridge.TwoNodes.GR;
import static org.homeward.schema.bridge.TwoNodes.HANDOVER;
import static org.homeward.schema.bridge.TwoNodes.NOW;
import static org.homeward.schema.bridge.TwoNodes.REGISTRY;
import static org.homeward.schema.bridge.TwoNodes.RS;

import java.time.Duration;
import java.time.Instant;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** One photo between a holder and an owner: who asked, who answered, and for what. */
class PhotoExchangeTest {

  private static final String PHOTO = "7a6b5c4d-3e2f-8101-9213-141516171819";
  private static final byte[] BYTES = {1, 2, 3};
  private static final Jwk TO_RS = TwoNodes.sealing(RS);
  private static final Jwk TO_GR = TwoNodes.sealing(GR);

  private static PhotoExchange.Sent sent(boolean held) {
    return PhotoExchange.ask(request("gr", "rs", held, NOW), GR.signing(), TO_RS, NOW);
  }

  private static PhotoRequest request(String from, String to, boolean held, Instant at) {
    return new PhotoRequest(Message.VERSION, from, to, HANDOVER, PHOTO, held, at);
  }

  private static PhotoExchange.Came came(PhotoExchange.Sent sent) {
    return PhotoExchange.open(sent.sealed(), RS, "rs", REGISTRY, NOW);
  }

  private static TransportRefusal refusal(byte[] sealed, Instant now) {
    return catchThrowableOfType(
            Unopened.class, () -> PhotoExchange.open(sealed, RS, "rs", REGISTRY, now))
        .why();
  }

  @Test
  void theBytesComeToWhoeverAskedForThem() {
    PhotoExchange.Sent sent = sent(false);
    PhotoExchange.Came came = came(sent);
    assertThat(came.partner().node()).isEqualTo("gr");
    assertThat(came.request()).isEqualTo(sent.request());

    byte[] answer = PhotoExchange.answer(came, PhotoResult.HERE, BYTES, RS.signing(), TO_GR, NOW);

    PhotoExchange.Answered read =
        PhotoExchange.verify(answer, sent, GR, REGISTRY, NOW).orElseThrow();
    assertThat(read.result()).isEqualTo(PhotoResult.HERE);
    assertThat(read.bytes()).isEqualTo(BYTES);
    assertThat(PhotoExchange.verify(answer, sent, RS, REGISTRY, NOW)).isEmpty();
  }

  @Test
  void thatItIsGoneIsSignedToo() {
    PhotoExchange.Sent sent = sent(true);
    byte[] answer =
        PhotoExchange.answer(came(sent), PhotoResult.GONE, null, RS.signing(), TO_GR, NOW);

    assertThat(PhotoExchange.verify(answer, sent, GR, REGISTRY, NOW).orElseThrow().result())
        .isEqualTo(PhotoResult.GONE);
  }

  @Test
  @Proves(4)
  void oldLeaveToHaveItIsNoneAndWhatTakesItAwayNeverAges() {
    Instant later = NOW.plus(Duration.ofMinutes(6));
    Instant afterTheKey = NOW.plus(Duration.ofDays(10_000));

    assertThat(verified(PhotoResult.HERE, NOW, later)).isFalse();
    assertThat(verified(PhotoResult.HERE, afterTheKey, afterTheKey)).isFalse();
    assertThat(verified(PhotoResult.HERE, NOW, NOW)).isTrue();
    assertThat(verified(PhotoResult.GONE, NOW, later)).isTrue();
    assertThat(verified(PhotoResult.NOT_NOW, NOW, later)).isTrue();
    assertThat(verified(PhotoResult.GONE, afterTheKey, afterTheKey)).isTrue();
  }

  private static boolean verified(PhotoResult result, Instant signed, Instant read) {
    PhotoExchange.Sent sent = sent(true);
    byte[] answer = PhotoExchange.answer(came(sent), result, null, RS.signing(), TO_GR, signed);
    return PhotoExchange.verify(answer, sent, GR, REGISTRY, read).isPresent();
  }

  @Test
  @Proves(4)
  void leaveToHaveItIsSignedNowAndSealedNow() {
    Instant later = NOW.plus(Duration.ofMinutes(6));

    assertThat(sealedAgain(NOW, later)).isFalse();
    assertThat(sealedAgain(later, NOW)).isFalse();
    assertThat(sealedAgain(later, later)).isTrue();
  }

  private static boolean sealedAgain(Instant signed, Instant sealed) {
    PhotoExchange.Sent sent = sent(true);
    byte[] answer =
        PhotoExchange.answer(came(sent), PhotoResult.HERE, null, RS.signing(), TO_GR, signed);
    String jws = Seal.open(answer, GR, PhotoExchange.MAX_ANSWER).jws();
    byte[] again = Seal.seal(jws, null, TO_GR, sealed);
    Instant read = signed.isAfter(sealed) ? signed : sealed;
    return PhotoExchange.verify(again, sent, GR, REGISTRY, read).isPresent();
  }

  @Test
  @Proves(6)
  void noOtherNodeAnswersInPlaceOfTheOwner() {
    PhotoExchange.Sent sent = sent(false);
    NodeKeys drill = TwoNodes.DRILL;
    byte[] forged =
        PhotoExchange.answer(came(sent), PhotoResult.HERE, BYTES, drill.signing(), TO_GR, NOW);

    assertThat(PhotoExchange.verify(forged, sent, GR, REGISTRY, NOW)).isEmpty();
  }

  @Test
  void anAnswerToAnotherRequestIsNone() {
    byte[] answer =
        PhotoExchange.answer(came(sent(true)), PhotoResult.HERE, null, RS.signing(), TO_GR, NOW);

    assertThat(PhotoExchange.verify(answer, sent(false), GR, REGISTRY, NOW)).isEmpty();
  }

  @Test
  @Proves(6)
  void nobodyAsksInAnothersName() {
    PhotoExchange.Sent forged =
        PhotoExchange.ask(request("gr", "rs", false, NOW), TwoNodes.DRILL.signing(), TO_RS, NOW);

    assertThat(refusal(forged.sealed(), NOW)).isEqualTo(TransportRefusal.SENDER_NOT_KNOWN);
  }

  @Test
  void aRequestIsForOneNodeAndForNow() {
    PhotoExchange.Sent elsewhere =
        PhotoExchange.ask(request("gr", "drill", false, NOW), GR.signing(), TO_RS, NOW);
    assertThat(refusal(elsewhere.sealed(), NOW)).isEqualTo(TransportRefusal.WRONG_RECIPIENT);

    Instant later = NOW.plus(Duration.ofMinutes(6));
    assertThat(refusal(sent(false).sealed(), later)).isEqualTo(TransportRefusal.SKEWED);
    PhotoExchange.Sent old =
        PhotoExchange.ask(
            request("gr", "rs", false, NOW), GR.signing(), TO_RS, later); // sealed again
    assertThat(refusal(old.sealed(), later)).isEqualTo(TransportRefusal.SKEWED);
  }

  @Test
  void aMessageIsNoRequestForAPhoto() {
    byte[] body = MessageSigner.write(MessageType.ACCEPTED, TwoNodes.body(MessageType.ACCEPTED));
    SignedMessage message =
        MessageSigner.sign(TwoNodes.message(MessageType.ACCEPTED, 1, body), GR.signing());

    assertThat(refusal(Seal.seal(message, body, TO_RS, NOW), NOW))
        .isEqualTo(TransportRefusal.WRONG_ALGORITHM);
  }

  @Test
  void theLargestPhotoFitsIntoAnAnswer() {
    PhotoExchange.Sent sent = sent(false);
    byte[] largest = new byte[PhotoExchange.MAX_PHOTO];

    byte[] answer =
        PhotoExchange.answer(came(sent), PhotoResult.HERE, largest, RS.signing(), TO_GR, NOW);

    assertThat(answer.length).isLessThanOrEqualTo(PhotoExchange.MAX_ANSWER);
    assertThat(PhotoExchange.verify(answer, sent, GR, REGISTRY, NOW).orElseThrow().bytes())
        .hasSize(PhotoExchange.MAX_PHOTO);
  }
}
