package org.homeward.alert.police.feed;

class InMemoryFeedLogTest extends FeedLogContract {

  @Override
  protected FeedLog log() {
    return new InMemoryFeedLog();
  }

  @Override
  protected void append(FeedLog log, String notice, boolean exercise) {
    ((InMemoryFeedLog) log).append(notice, exercise);
  }
}
