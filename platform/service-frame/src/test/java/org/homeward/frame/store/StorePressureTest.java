package org.homeward.frame.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandSucceededEvent;
import org.bson.BsonDocument;
import org.homeward.frame.store.StoreCapacity.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorePressureTest {

  private final StorePressure pressure = new StorePressure();

  @ParameterizedTest
  @CsvSource({
    "74, true, true, true",
    "75, false, true, true",
    "84, false, true, true",
    "85, false, false, true",
    "92, false, false, true",
    "93, false, false, false"
  })
  void subscriptionsAreRefusedFirstThenCasesThenThoseInDanger(
      int percent, boolean subscription, boolean aCase, boolean inDanger) {
    answered("{ok: 1.0, storePressure: " + percent + "}");

    assertThat(pressure.has(Work.SUBSCRIPTION)).isEqualTo(subscription);
    assertThat(pressure.has(Work.CASE)).isEqualTo(aCase);
    assertThat(pressure.has(Work.CASE_IN_DANGER)).isEqualTo(inDanger);
  }

  @Test
  void storeThatDoesNotSaySoAlwaysHasRoom() {
    answered("{ok: 1.0, storePressure: 99}");
    answered("{ok: 1.0, cursor: {id: 0}}");

    assertThat(pressure.percent()).isZero();
    assertThat(pressure.has(Work.SUBSCRIPTION)).isTrue();
  }

  private void answered(String answer) {
    var server = new ServerId(new ClusterId(), new ServerAddress());
    pressure.commandSucceeded(
        new CommandSucceededEvent(
            null,
            1,
            1,
            new ConnectionDescription(server),
            "rs_intake",
            "find",
            BsonDocument.parse(answer),
            1));
  }
}
