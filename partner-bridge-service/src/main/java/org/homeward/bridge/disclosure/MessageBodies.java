package org.homeward.bridge.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.homeward.bridge.disclosure.PartnerGate.MessageComposed;
import org.homeward.bridge.handovers.Held.Withdrawn;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.dialogue.ChildIds;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.bodies.AgeBand;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.KeptFields;
import org.homeward.schema.bridge.bodies.Known;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.json.Json;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedPhoto;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** The bodies of messages, from facts that may be told. */
final class MessageBodies {

  /** The largest that is made anew of a photo; no partner gets it as it came. */
  static final String HANDED_SIZE = "1600";

  private final ChildIds childIds;
  private final String country;
  private final Supplier<WhatRemains> store;

  /**
   * @param store where the store in use keeps what is erased; asked for each receipt
   */
  MessageBodies(ChildIds childIds, String country, Supplier<WhatRemains> store) {
    this.childIds = childIds;
    this.country = country;
    this.store = store;
  }

  /**
   * Bands for ages, and no name.
   *
   * @param reports of the case; they decide only whether police here know of it
   * @param facts what the partner may know; what this node knows besides decides nothing else here
   */
  MessageComposed.Ready offer(Owned owned, List<Report> reports, Says facts, Duration lease) {
    boolean isKnownToPolice =
        facts.policeTold() != null || reports.stream().anyMatch(MessageBodies::isTold);
    Instant at = owned.offer().clocks().offeredAt();
    int year = at.atZone(ZoneOffset.UTC).getYear();
    Urgency urgency = Clocks.urgency(facts);
    Set<AgeBand> bands = new TreeSet<>();
    Set<String> languages = new TreeSet<>();
    facts
        .children()
        .values()
        .forEach(
            child -> {
              AgeBand band = band(child, year);
              if (band != null) {
                bands.add(band);
              }
              languages.addAll(child.languages());
            });
    var offer =
        new Offer(
            country,
            bands.stream().map(Code::of).toList(),
            urgency,
            Code.of(owned.offer().wish().reason()),
            owned.offer().wish().asks().stream().map(Code::of).toList(),
            isKnownToPolice ? Known.YES : Known.UNKNOWN,
            Known.UNKNOWN,
            Known.UNKNOWN,
            languages.stream().limit(10).toList(),
            0,
            Clocks.of(urgency, at).answerBy(),
            (int) lease.toDays());
    List<String> fields = List.of("ageBands", "languages", "policeInformed", "reason", "urgency");
    return new MessageComposed.Ready(offer, fields, owned.offer().wish().basis(), null);
  }

  /** The hotline has let police read it, or told them by voice. */
  private static boolean isTold(Report report) {
    return switch (report.policeRelease()) {
      case PoliceRelease.Released _, PoliceRelease.ByPhone _ -> true;
      case PoliceRelease.Held _ -> false;
    };
  }

  private static @Nullable AgeBand band(ChildFacts child, int year) {
    Integer age = null;
    if (child.ageYears() != null) {
      age = child.ageYears().from();
    } else if (child.born() != null) {
      age = year - child.born().year();
    }
    if (age == null) {
      return null;
    }
    return age <= 6
        ? AgeBand.YEARS_0_TO_6
        : age <= 12 ? AgeBand.YEARS_7_TO_12 : AgeBand.YEARS_13_TO_17;
  }

  /**
   * The case as the holder gets it: its own child ids, states without outcome, and from whom it has
   * to keep it.
   */
  HandedCase handed(String handover, CaseSnapshot snapshot, Says facts, Scope scope, long version) {
    Map<String, ChildStatus> children = new TreeMap<>();
    facts
        .children()
        .keySet()
        .forEach(
            child -> {
              ChildStatus status = snapshot.children().get(child);
              if (status != null) {
                children.put(childIds.there(handover, child), withoutOutcome(status));
              }
            });
    Set<String> notTo =
        snapshot.notTo().stream()
            .filter(name -> name.startsWith("country:") || name.startsWith("node:"))
            .collect(Collectors.toSet());
    return new HandedCase(scope, children, childIds.there(handover, facts), version, false, notTo)
        .with(scope == Scope.FULL ? photos(handover, snapshot, children.keySet()) : List.of());
  }

  /** Those that a person let partners have, of children that the partner is told of. */
  private List<HandedPhoto> photos(String handover, CaseSnapshot snapshot, Set<String> children) {
    return snapshot.photos().stream()
        .filter(photo -> photo.isFor(Audience.PARTNER)) // upholds 6
        .filter(photo -> photo.digests().containsKey(HANDED_SIZE))
        .map(photo -> handed(handover, photo))
        .filter(photo -> children.contains(photo.child()))
        .toList();
  }

  private HandedPhoto handed(String handover, CasePhoto photo) {
    return new HandedPhoto(
        childIds.photoThere(handover, photo.id()),
        childIds.there(handover, photo.child()),
        photo.source(),
        photo.takenOn(),
        photo.saidBy(),
        photo.label(),
        digest(photo));
  }

  /** As the protocol writes hashes. */
  private static String digest(CasePhoto photo) {
    byte[] digest = HexFormat.of().parseHex(photo.digests().get(HANDED_SIZE));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static ChildStatus withoutOutcome(ChildStatus status) {
    return new ChildStatus(status.status(), null, null);
  }

  /** The same for the same content, whatever version it is of. */
  static String hash(HandedCase content) {
    return Hashes.of(
        Json.mapper()
            .writeValueAsBytes(
                new HandedCase(
                    content.scope(),
                    content.children(),
                    content.facts(),
                    0,
                    content.ended(),
                    content.notTo(),
                    content.photos())));
  }

  static Body.Bare signal(Reply reply) {
    String body = reply.body();
    Class<? extends Body> type = reply.type().body();
    if (body == null || !Body.Bare.class.isAssignableFrom(type)) {
      throw new IllegalStateException("a reply has its words");
    }
    return (Body.Bare) Json.mapper().readValue(body, type);
  }

  /**
   * @param photos how many were fetched, and are erased
   */
  HolderReceipt receipt(Withdrawn held, int photos, Instant now) {
    var recall = held.recall();
    var erased = Objects.requireNonNull(held.erased(), "the copies are not gone");
    boolean kept = !erased.keptFields().isEmpty();
    WhatRemains remains = held.isKnown() ? store.get() : WhatRemains.NOTHING;
    return new HolderReceipt(
        kept ? ErasureResult.KEPT : ErasureResult.ERASED,
        recall.hash(),
        Code.of(recall.reason()),
        now,
        remains.at(now),
        kept
            ? List.of(
                new KeptFields(erased.keptFields(), Code.of(Basis.LEGAL_DUTY), erased.keptUntil()))
            : List.of(),
        remains.notStated(),
        photos);
  }
}
