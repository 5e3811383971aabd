/** What both sides keep of the dialogue with a partner: its messages, words and deadlines. */
package org.homeward.bridge.handovers.dialogue;
