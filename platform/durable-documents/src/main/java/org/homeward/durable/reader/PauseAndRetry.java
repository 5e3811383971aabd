package org.homeward.durable.reader;

import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.springframework.kafka.listener.ContainerPausingBackOffHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Retries a record for ever; only an unreadable one becomes poison; lost offsets stop the reader.
 */
final class PauseAndRetry extends DefaultErrorHandler {

  private final BiConsumer<InvalidOffsetException, Consumer<?, ?>> offsetsLost;

  PauseAndRetry(
      Duration maxBackOff,
      BiConsumer<ConsumerRecord<?, ?>, String> poison,
      ObjIntConsumer<Exception> retrying,
      BiConsumer<InvalidOffsetException, Consumer<?, ?>> offsetsLost) {
    super(
        (unreadable, e) -> poison.accept(unreadable, reason(e)),
        forEver(maxBackOff),
        new ContainerPausingBackOffHandler(
            new ListenerContainerPauseService(null, new SimpleAsyncTaskScheduler())));
    this.offsetsLost = offsetsLost;
    // Replaces the library's list, by which a ClassCastException would be put aside.
    setClassifications(Map.of(UnreadableRecord.class, false), true);
    setRetryListeners((failed, e, attempt) -> retrying.accept(e, attempt));
  }

  @Override
  public void handleOtherException(
      Exception e, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batch) {
    if (e instanceof InvalidOffsetException lost) {
      offsetsLost.accept(lost, consumer);
      container.stopAbnormally(() -> {});
    } else {
      super.handleOtherException(e, consumer, container, batch);
    }
  }

  private static ExponentialBackOff forEver(Duration max) {
    // All three: each default ends the retries some day.
    var backOff = new ExponentialBackOff(500, 2.0);
    backOff.setMaxInterval(max.toMillis());
    backOff.setMaxElapsedTime(Long.MAX_VALUE);
    backOff.setMaxAttempts(Long.MAX_VALUE);
    return backOff;
  }

  private static String reason(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableRecord unreadable) {
        return unreadable.reason();
      }
    }
    return "unknown";
  }
}
