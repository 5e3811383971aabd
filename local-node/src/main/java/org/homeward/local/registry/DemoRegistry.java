package org.homeward.local.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.bridge.RegistryCodec;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Contact;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.PartnerKey;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.values.Audience;

/**
 * The signed registry of the nodes of one machine and of {@code drill}, a partner for exercises.
 *
 * <p>Its private key lies beside it, so anybody with the directory can issue another one.
 */
public final class DemoRegistry {
  private static final Duration LIFE = Duration.ofDays(365);
  private static final Duration SPARE = Duration.ofDays(30);
  private static final String DRILL_COUNTRY = "BG";

  private final Path directory;
  private final Clock clock;

  public DemoRegistry(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Makes missing keys, and a registry of exactly these members. It replaces a registry that
   * differs or expires soon by the next version.
   *
   * @param drill where the exercise partner would listen
   */
  public void prepare(List<Member> members, URI drill) {
    byte[] secret =
        SecretFile.readOrMake(
            directory.resolve("registry-key.json"),
            () -> HeldKey.generate(KeyUse.SIG, "registry-1").secret());
    HeldKey office = HeldKey.read(secret);
    List<Member> all = new ArrayList<>(members);
    all.add(new Member("drill", DRILL_COUNTRY, drill, true, directory.resolve("drill-keys.json")));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Registry> before = issued(office);
    if (before.isPresent() && isStillRight(before.get(), all, now)) {
      return;
    }
    List<Partner> partners = all.stream().map(member -> partner(member, now)).toList();
    long version = before.map(Registry::version).orElse(0L) + 1;
    var registry = new Registry(version, now, now.plus(LIFE), partners);
    SecretFile.publish(directory.resolve("registry-key.public.json"), publicPart(secret));
    SecretFile.publish(directory.resolve("registry.jws"), RegistryCodec.sign(registry, office));
  }

  /** Empty when there is no registry, or when this key has not signed it. */
  private Optional<Registry> issued(HeldKey office) {
    Path file = directory.resolve("registry.jws");
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(RegistryCodec.verify(Files.readAllBytes(file), office.jwk()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isStillRight(Registry registry, List<Member> members, Instant now) {
    return !registry.isExpiredAt(now.plus(SPARE))
        && registry.partners().size() == members.size()
        && members.stream().allMatch(member -> isKnown(registry, member));
  }

  private static boolean isKnown(Registry registry, Member member) {
    return registry
        .partner(member.node())
        .filter(
            known ->
                known.endpoint().equals(member.endpoint())
                    && known.keys().stream()
                        .map(PartnerKey::jwk)
                        .toList()
                        .equals(keys(member).all().stream().map(HeldKey::jwk).toList()))
        .isPresent();
  }

  private static Partner partner(Member member, Instant now) {
    List<PartnerKey> keys =
        keys(member).all().stream()
            .map(key -> new PartnerKey(key.use(), key.jwk(), now, now.plus(LIFE)))
            .toList();
    return new Partner(
        member.node(),
        "Demo hotline " + member.node(),
        member.country(),
        member.endpoint(),
        keys,
        List.of(1),
        Set.of(Audience.PARTNER),
        member.exercise(),
        List.of(new Contact("phone-24h", "116 000"), new Contact("second-phone", "+999 000 0000")));
  }

  private static byte[] publicPart(byte[] key) {
    try {
      return ECKey.parse(new String(key, UTF_8)).toPublicJWK().toJSONString().getBytes(UTF_8);
    } catch (ParseException e) {
      throw new IllegalStateException("the key of the registry is none", e);
    }
  }

  private static NodeKeys keys(Member member) {
    return NodeKeys.read(
        SecretFile.readOrMake(member.keys(), () -> NodeKeys.generate(member.node()).secret()));
  }
}
