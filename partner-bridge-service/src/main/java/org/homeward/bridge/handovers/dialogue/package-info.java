/** The dialogue with a partner as both sides keep it: its messages, words and deadlines. */
package org.homeward.bridge.handovers.dialogue;
