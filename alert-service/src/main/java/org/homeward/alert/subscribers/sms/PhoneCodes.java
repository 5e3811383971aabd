package org.homeward.alert.subscribers.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.schema.people.PhoneNumber;

/** Makes codes of six digits, and the texts that bring them; the store has their seals only. */
public final class PhoneCodes {

  /** The text for a phone of an organisation. */
  public static final String OF_ORGANISATION = "code";

  /** The text for a phone of a volunteer. */
  public static final String OF_VOLUNTEER = "own";

  static final Set<String> LANGUAGES = Set.of("el", "en", "sr");

  private static final String ALGORITHM = "HmacSHA256";
  private static final int CODES = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final String phone;
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param key the node's
   * @param phone the hotline's number
   * @param words the name of the text that brings a code
   */
  public PhoneCodes(byte[] key, String phone, String words) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.phone = phone;
    LANGUAGES.forEach(language -> texts.put(language, load(language, words)));
  }

  String code() {
    return "%06d".formatted(RANDOM.nextInt(CODES));
  }

  String text(String code, String language) {
    String text = Objects.requireNonNull(texts.get(language), language);
    return Transliteration.of(text.replace("{code}", code).replace("{phone}", phone), language);
  }

  /**
   * @param id of the phone: a code opens nothing else
   */
  String seal(String id, String code) {
    return mac("phone|" + id + "|" + code);
  }

  /** The same for a number each time, and only this node can tell whose it is. */
  public String sealed(PhoneNumber number) {
    return mac("number|" + number.e164());
  }

  private String mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Takes the same time wherever the two differ. */
  boolean fits(String id, String code, String seal) {
    return MessageDigest.isEqual(seal(id, code).getBytes(UTF_8), seal.getBytes(UTF_8));
  }

  private static String load(String language, String words) {
    String name = "/texts/phones." + language + ".properties";
    try (var stream = Objects.requireNonNull(PhoneCodes.class.getResourceAsStream(name), name)) {
      var properties = new Properties();
      properties.load(new InputStreamReader(stream, UTF_8));
      return Objects.requireNonNull(properties.getProperty(words), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
