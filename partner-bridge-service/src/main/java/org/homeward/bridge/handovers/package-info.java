/** The dialogue with one partner about one case: its states, what changes them, what is owed. */
package org.homeward.bridge.handovers;
