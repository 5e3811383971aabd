package org.homeward.console.posters;

import java.util.List;

/**
 * The takers who have to be called.
 *
 * @param told what has just been done here, in words; empty when the page is only read
 * @param wrong why the last press was not done, in words; empty when it was
 * @param key begins the key of each form of this page
 */
record CallsPage(List<TakerLine> takers, String told, String wrong, String key) {

  CallsPage {
    takers = List.copyOf(takers);
  }
}
