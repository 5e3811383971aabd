package org.homeward.bridge.handovers;

import java.util.List;
import org.homeward.bridge.handovers.dialogue.CaseSeen;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.Wish;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.facts.HandedSighting;
import org.jspecify.annotations.Nullable;

/** Makes the next {@link Owned} of one, field by field. */
final class OwnedBuilder extends NextHandover<OwnedBuilder> {

  private Wish wish;
  private Clocks clocks;
  private CaseSeen seen;
  private @Nullable Told told;
  private Owned.Signalled signalled;
  private Owned.Heard heard;
  private List<HandedSighting> sightings;
  private @Nullable ReceiptProof proof;

  OwnedBuilder(Owned from) {
    super(from);
    offer = from.offer();
    checked = from.checked();
    recall = from.recall();
    vital = from.vital();
    wish = from.wish();
    clocks = from.clocks();
    seen = from.seen();
    told = from.told();
    signalled = from.signalled();
    heard = from.heard();
    sightings = from.sightings();
    proof = from.proof();
  }

  OwnedBuilder seen(CaseSeen next) {
    seen = next;
    return this;
  }

  OwnedBuilder told(@Nullable Told next) {
    told = next;
    return this;
  }

  OwnedBuilder signalled(Owned.Signalled next) {
    signalled = next;
    return this;
  }

  OwnedBuilder heard(Owned.Heard next) {
    heard = next;
    return this;
  }

  OwnedBuilder sightings(List<HandedSighting> next) {
    sightings = next;
    return this;
  }

  OwnedBuilder proof(@Nullable ReceiptProof next) {
    proof = next;
    return this;
  }

  @Override
  OwnedBuilder itself() {
    return this;
  }

  Owned build() {
    return new Owned(
        partner, caseId, exercise, status, wish, offer, clocks, seen, checked, braked, told,
        signalled, recall, vital, heard, sightings, open, receipts, proof, exchange);
  }
}
