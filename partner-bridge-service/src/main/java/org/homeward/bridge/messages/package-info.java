/** Sending what is owed until it is answered, and answering what comes. */
package org.homeward.bridge.messages;
