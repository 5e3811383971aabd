/** A node as its users meet it: HTTP through the door, with tokens and desk keys. */
package org.homeward.local.client;
