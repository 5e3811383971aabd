package org.homeward.alert.orders.acknowledgements;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The newest words of organisations to one alert. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answers.Known.class, name = "KNOWN"),
  @JsonSubTypes.Type(value = Answers.Gone.class, name = "GONE")
})
sealed interface Answers {

  /**
   * As it stands.
   *
   * @param words by the number of the destination; nobody is named
   */
  record Known(String caseId, Map<Long, Word> words) implements Answers {

    public Known {
      requireNonNull(caseId, "caseId");
      words = words == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(words));
    }

    /** Empty when the word changes nothing. */
    Optional<Known> with(long number, Word word) {
      if (!word.replaces(words.get(number))) {
        return Optional.empty();
      }
      Map<Long, Word> more = new TreeMap<>(words);
      more.put(number, word);
      return Optional.of(new Known(caseId, more));
    }
  }

  /** A tombstone: the case of the alert is erased, and nothing more is taken. */
  record Gone(YearMonth month) implements Answers {

    public Gone {
      requireNonNull(month, "month");
    }
  }
}
