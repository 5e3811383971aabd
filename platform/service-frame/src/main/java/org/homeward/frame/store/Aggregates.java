package org.homeward.frame.store;

import java.util.function.Function;
import org.homeward.durable.Aggregate;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.StateCodec;
import org.homeward.schema.json.Json;

/**
 * Declares a service's aggregates. Each one is a bean; the frame prepares them at the opening,
 * starts and ends them, and reports their health and metrics.
 */
public final class Aggregates {

  private final Aggregate.Home home;
  private final boolean writePrevious;

  /**
   * @param writePrevious states are written as the release before reads them
   */
  public Aggregates(Aggregate.Home home, boolean writePrevious) {
    this.home = home;
    this.writePrevious = writePrevious;
  }

  /** One whose state is stored as JSON and has had one shape so far. */
  public <S> Aggregate.Declaration<S> of(String name, Class<S> type) {
    return of(name, type, Shapes.FIRST);
  }

  /** One whose state is stored as JSON. */
  public <S> Aggregate.Declaration<S> of(String name, Class<S> type, Shapes shapes) {
    return Aggregate.named(name, json(type, shapes), home);
  }

  /** One whose state is stored as another type, which is stored as JSON. */
  public <S, T> Aggregate.Declaration<S> of(
      String name, Class<T> stored, Function<T, S> read, Function<S, T> write) {
    return Aggregate.named(name, json(stored, Shapes.FIRST).as(read, write), home);
  }

  private <S> StateCodec<S> json(Class<S> type, Shapes shapes) {
    Shapes written = writePrevious ? shapes.writingThePrevious() : shapes;
    return new JsonStateCodec<>(Json.mapper(), type, written);
  }
}
