package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection in the order of their insertion.
 *
 * <p>One that was never changed stays in the journal and is read from there, so that logs, audit
 * trails and archives of histories cost no heap; one that was changed is held in memory.
 */
final class Shelf {
  private final JournaledDocuments journaled;
  private final NavigableMap<Integer, Document> held = new TreeMap<>();
  private Places places = new Places();
  private int next;

  Shelf(JournaledDocuments journaled) {
    this.journaled = journaled;
  }

  int add(Document document) {
    int position = next++;
    Place place = journaled.placeOf(document);
    if (place == null) {
      held.put(position, document);
    } else {
      places.add(position, place);
    }
    return position;
  }

  /** Moves a document into memory; from then on the same object is returned. */
  void hold(int position, Document changed) {
    if (held.put(position, changed) == null) {
      places.remove(position);
    }
  }

  /** The document, as a new copy when it is in the journal; null when it is gone. */
  @Nullable Document find(int position) {
    Document document = held.get(position);
    if (document != null) {
      return document;
    }
    Place place = places.get(position);
    return place == null ? null : journaled.read(place);
  }

  Document get(int position) {
    return Objects.requireNonNull(find(position));
  }

  void remove(int position) {
    if (held.remove(position) == null) {
      places.remove(position);
    }
  }

  boolean isHeld(int position) {
    return held.containsKey(position);
  }

  int count() {
    return held.size() + places.count();
  }

  /** Ascending. */
  int[] positions() {
    int[] journaledOnes = places.positions();
    int[] all = Arrays.copyOf(journaledOnes, journaledOnes.length + held.size());
    int n = journaledOnes.length;
    for (int position : held.keySet()) {
      all[n++] = position;
    }
    Arrays.sort(all);
    return all;
  }

  /** The journal was rewritten. */
  void moveTo(Places moved) {
    places = moved;
  }
}
