package org.homeward.schema.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.cap.CapVerdict.Genuine;
import org.homeward.schema.cap.CapVerdict.Reason;
import org.homeward.schema.cap.CapVerdict.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class VerifyCapTest {

  private static final HeldKey KEY = HeldKey.generate(KeyUse.SIG, "rs-cap-1");
  private static final String SIGNED = Signed.of(KEY);
  private static final String SIGNATURE = Signed.signatureIn(SIGNED);

  private final VerifyCap verify =
      new VerifyCap(kid -> kid.equals("rs-cap-1") ? Optional.of(KEY.jwk()) : Optional.empty());

  private CapVerdict of(String message) {
    return verify.verify(message.getBytes(UTF_8));
  }

  private void isRefused(String message, Reason reason) {
    assertThat(of(message))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void whatWasSignedIsGenuineAndReadsAsBefore() throws PlainXml.Unreadable {
    Element before = PlainXml.read(Signed.MESSAGE.getBytes(UTF_8)).getDocumentElement();

    assertThat(of(SIGNED))
        .isInstanceOfSatisfying(
            Genuine.class,
            genuine -> {
              assertThat(genuine.kid()).isEqualTo("rs-cap-1");
              assertThat(genuine.alert().isEqualNode(before)).isTrue();
            });
  }

  @Test
  void itIsGenuineWithinAnotherDocumentToo() throws PlainXml.Unreadable {
    String feed =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:h=\"urn:h\"><entry><content>"
            + SIGNED.substring(SIGNED.indexOf("<alert"))
            + "</content></entry></feed>";
    Element alert =
        (Element)
            PlainXml.read(feed.getBytes(UTF_8))
                .getElementsByTagNameNS(CapSignature.CAP, "alert")
                .item(0);

    assertThat(verify.verify(alert)).isInstanceOf(Genuine.class);
  }

  /** The declaration's letters may differ, and quotes: what remains is the same message. */
  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x04, 0x20})
  void anyChangedByteIsRefusedOrChangesNothingThatIsRead(int bits) throws PlainXml.Unreadable {
    Element before = PlainXml.read(Signed.MESSAGE.getBytes(UTF_8)).getDocumentElement();
    byte[] bytes = SIGNED.getBytes(UTF_8);
    int refused = 0;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) bits;
      if (verify.verify(bytes) instanceof Genuine(Element alert, String _)) {
        assertThat(alert.isEqualNode(before)).as("byte %d", i).isTrue();
      } else {
        refused++;
      }
      bytes[i] ^= (byte) bits;
    }
    assertThat(refused).isGreaterThan(bytes.length - "<?xml version=encoding=?>".length() * 2);
  }

  @Test
  void aMessageWithoutASignatureIsUnsigned() {
    isRefused(Signed.MESSAGE, Reason.UNSIGNED);
    isRefused(SIGNED.replace("xmldsig#", "xmldsig"), Reason.UNSIGNED);
  }

  @Test
  void anotherRootIsNoMessage() {
    isRefused("<feed>" + SIGNED.substring(SIGNED.indexOf("<alert")) + "</feed>", Reason.NOT_CAP);
    isRefused(SIGNED.replace("emergency:cap:1.2", "emergency:cap:1.1"), Reason.NOT_CAP);
    isRefused("", Reason.NOT_XML);
    isRefused("{}", Reason.NOT_XML);
  }

  /** Each is a message of somebody else around the one that was signed. */
  @Test
  void aWrappedMessageIsRefused() {
    String inner = SIGNED.substring(SIGNED.indexOf("<alert"));
    String own = Signed.MESSAGE.replace("Missing child", "Found child");
    String unsigned = inner.replace(SIGNATURE, "");

    isRefused(own.replace("</alert>", inner + "</alert>"), Reason.OTHER_FORM);
    isRefused(
        own.replace(
            "</alert>",
            SIGNATURE.replace("</Signature>", "<Object>" + unsigned + "</Object></Signature>")
                + "</alert>"),
        Reason.OTHER_FORM);
    isRefused(own.replace("<info>", "<info>" + SIGNATURE), Reason.OTHER_FORM);
    isRefused(SIGNED.replace("</alert>", "<note>forged</note></alert>"), Reason.OTHER_FORM);
    isRefused(SIGNED.replace("</alert>", " </alert>"), Reason.OTHER_FORM);
    isRefused(SIGNED.replace("</alert>", SIGNATURE + "</alert>"), Reason.OTHER_FORM);
    isRefused(SIGNED.replace("<Reference URI=\"\">", "<Reference URI=\"#x\">"), Reason.OTHER_FORM);
    isRefused(own.replace("</alert>", SIGNATURE + "</alert>"), Reason.WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xmldsig-more#ecdsa-sha256 -> xmldsig-more#hmac-sha256",
        "xmlenc#sha256 -> xmldsig#sha1",
        "xml-exc-c14n# -> xml-exc-c14n#WithComments",
        "xmldsig#enveloped-signature -> REC-xpath-19991116",
        "<KeyName>rs-cap-1</KeyName> -> <KeyName>rs-cap-1</KeyName><KeyValue/>",
        "<KeyInfo> -> <KeyInfo Id='k'>",
        "<SignatureValue> -> <SignatureValue>\n",
        "<Signature xmlns= -> <Signature Id='s' xmlns=",
        "</SignedInfo> ->  </SignedInfo>"
      })
  void anotherFormOfASignatureIsRefused(String change) {
    String[] both = change.split(" -> ", 2);
    String changed = SIGNED.replace(both[0], both[1]);

    assertThat(changed).isNotEqualTo(SIGNED);
    isRefused(changed, Reason.OTHER_FORM);
  }

  @Test
  void aKeyThatNobodyBelievesIsUnknownAndOneOfThatNameIsWrong() {
    isRefused(Signed.of(HeldKey.generate(KeyUse.SIG, "rs-cap-2")), Reason.UNKNOWN_KEY);
    isRefused(Signed.of(HeldKey.generate(KeyUse.SIG, "rs-cap-1")), Reason.WRONG);
    isRefused(SIGNED.replace(">rs-cap-1<", "><"), Reason.UNKNOWN_KEY);
  }

  @Test
  void entitiesAreRefusedUnread() {
    String body = SIGNED.substring(SIGNED.indexOf("<alert"));

    isRefused("<!DOCTYPE alert SYSTEM \"file:///etc/passwd\">" + body, Reason.NOT_XML);
    isRefused(
        "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + body.replace("Missing child", "&x;"),
        Reason.NOT_XML);
    isRefused(
        "<!DOCTYPE alert [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
            + body.replace("Missing child", "&b;"),
        Reason.NOT_XML);
  }

  /** No signature covers a comment; a reader that stops at one would read half of a text. */
  @Test
  void aCommentIsNotRead() {
    assertThat(of(SIGNED.replace("Missing child", "Missing<!-- not any more --> child")))
        .isInstanceOfSatisfying(
            Genuine.class,
            genuine ->
                assertThat(
                        genuine
                            .alert()
                            .getElementsByTagNameNS(CapSignature.CAP, "event")
                            .item(0)
                            .getFirstChild()
                            .getNodeValue())
                    .isEqualTo("Missing child"));
  }
}
