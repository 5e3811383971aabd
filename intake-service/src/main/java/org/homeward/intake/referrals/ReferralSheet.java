package org.homeward.intake.referrals;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.intake.carefiles.About;
import org.homeward.intake.screening.Age;
import org.homeward.schema.people.SupportService;
import org.jspecify.annotations.Nullable;

/**
 * All that a provider gets of a person: what is read aloud, printed and handed over. One function
 * makes it, of the few fields that a member chose, so that nothing else of a file becomes one.
 */
final class ReferralSheet {

  /** Beside the audiences of facts, none of which is this one. */
  static final String AUDIENCE = "PROVIDER";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
  private static final int SHORTEST = 3;

  private final String reference;
  private final SupportService service;
  private final Age age;
  private final @Nullable String name;
  private final @Nullable Integer bornIn;
  private final @Nullable String language;
  private final @Nullable String contact;
  private final @Nullable String words;

  /** For {@link #of}, and for a stored sheet that it has made. */
  @JsonCreator
  ReferralSheet(
      @JsonProperty("reference") String reference,
      @JsonProperty("service") SupportService service,
      @JsonProperty("age") Age age,
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("bornIn") @Nullable Integer bornIn,
      @JsonProperty("language") @Nullable String language,
      @JsonProperty("contact") @Nullable String contact,
      @JsonProperty("words") @Nullable String words) {
    this.reference = requireNonNull(reference, "reference");
    this.service = requireNonNull(service, "service");
    this.age = requireNonNull(age, "age");
    this.name = name;
    this.bornIn = bornIn;
    this.language = language;
    this.contact = contact;
    this.words = words;
  }

  /**
   * The fields of a person that a provider gets.
   *
   * @param reference by which both sides speak of it without a name
   * @param shares what the member chose; more than the service needs stays here
   * @param words what the provider has to know beside that
   */
  static ReferralSheet of(
      String reference,
      SupportService service,
      About about,
      Set<Share> shares,
      @Nullable String words) {
    Set<Share> most = Share.mostFor(service);
    return new ReferralSheet(
        reference,
        service,
        about.age(),
        shares(Share.NAME, shares, most) ? about.name() : null,
        shares(Share.BORN_IN, shares, most) ? about.bornIn() : null,
        shares(Share.LANGUAGE, shares, most) ? about.language() : null,
        shares(Share.CONTACT, shares, most) ? about.contact() : null,
        words);
  }

  private static boolean shares(Share field, Set<Share> shares, Set<Share> most) {
    return shares.contains(field) && most.contains(field); // upholds 6
  }

  /** Whether these words say a name that the sheet is not to have. */
  static boolean namesAnyway(About about, Set<Share> shares, @Nullable String words) {
    if (about.name() == null || words == null || shares.contains(Share.NAME)) {
      return false;
    }
    Set<String> said = BETWEEN.splitAsStream(plain(words)).collect(Collectors.toSet());
    return BETWEEN
        .splitAsStream(plain(about.name()))
        .anyMatch(part -> part.length() >= SHORTEST && said.contains(part)); // upholds 6
  }

  private static String plain(String text) {
    String small = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return MARKS.matcher(small).replaceAll("");
  }

  @JsonProperty
  String reference() {
    return reference;
  }

  @JsonProperty
  SupportService service() {
    return service;
  }

  @JsonProperty
  Age age() {
    return age;
  }

  @JsonProperty
  @Nullable String name() {
    return name;
  }

  @JsonProperty
  @Nullable Integer bornIn() {
    return bornIn;
  }

  @JsonProperty
  @Nullable String language() {
    return language;
  }

  @JsonProperty
  @Nullable String contact() {
    return contact;
  }

  @JsonProperty
  @Nullable String words() {
    return words;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReferralSheet that
        && reference.equals(that.reference)
        && service == that.service
        && age == that.age
        && Objects.equals(name, that.name)
        && Objects.equals(bornIn, that.bornIn)
        && Objects.equals(language, that.language)
        && Objects.equals(contact, that.contact)
        && Objects.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reference, service, age, name, bornIn, language, contact, words);
  }

  @Override
  public String toString() {
    return "ReferralSheet[redacted]";
  }
}
