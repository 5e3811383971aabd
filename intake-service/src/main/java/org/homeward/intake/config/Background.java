package org.homeward.intake.config;

import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.publication.Publication;
import org.homeward.intake.cases.Case;
import org.springframework.context.SmartLifecycle;

/** Starts what runs by itself after everything else stands, and stops it first. */
final class Background implements SmartLifecycle {

  private final Publication<Case> publication;
  private final Alarms alarms;
  private volatile boolean running;

  Background(Publication<Case> publication, Alarms alarms) {
    this.publication = publication;
    this.alarms = alarms;
  }

  @Override
  public void start() {
    publication.start();
    alarms.start();
    running = true;
  }

  @Override
  public void stop() {
    alarms.close();
    publication.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
