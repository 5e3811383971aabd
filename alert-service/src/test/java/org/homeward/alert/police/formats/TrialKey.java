package org.homeward.alert.police.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.cap.CapKeyList;
import org.homeward.schema.cap.CapSignature;
import org.homeward.schema.cap.CapVerdict;
import org.homeward.schema.cap.PlainXml;
import org.homeward.schema.cap.VerifyCap;
import org.homeward.schema.json.Json;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A key for CAP messages, and somebody who believes it. */
final class TrialKey {

  static final String KID = "rs-cap-1";

  private static final HeldKey KEY = HeldKey.generate(KeyUse.SIG, KID);
  private static final VerifyCap VERIFY =
      new VerifyCap(kid -> kid.equals(KID) ? Optional.of(KEY.jwk()) : Optional.empty());

  private TrialKey() {}

  static Optional<SignMessage> signs() {
    return Optional.of(
        new SignMessage() {
          @Override
          public String kid() {
            return KID;
          }

          @Override
          public CapSignature sign(byte[] message) {
            return CapSignature.sign(message, KEY);
          }
        });
  }

  /** As everybody reads it in the open list. */
  static String pem() {
    var shown = new CapKeyList.Shown(KEY.jwk(), Instant.EPOCH, null, false);
    return Json.mapper()
        .readTree(new CapKeyList(List.of(shown)).json())
        .at("/keys/0/pem")
        .asString();
  }

  /** The signed part of a message. */
  static Element genuine(byte[] message) {
    return genuine(VERIFY.verify(message));
  }

  /** The signed part of each message in a feed. */
  static List<Element> genuineIn(byte[] feed) {
    try {
      NodeList all =
          PlainXml.read(feed).getElementsByTagNameNS(CapSignature.CAP, CapSignature.ALERT);
      List<Element> alerts = new ArrayList<>();
      for (int i = 0; i < all.getLength(); i++) {
        alerts.add(genuine(VERIFY.verify((Element) all.item(i))));
      }
      return alerts;
    } catch (PlainXml.Unreadable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Element genuine(CapVerdict verdict) {
    assertThat(verdict).isInstanceOf(CapVerdict.Genuine.class);
    return ((CapVerdict.Genuine) verdict).alert();
  }
}
