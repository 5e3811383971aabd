/** The other nodes, and the grounds on file for sending to them. */
package org.homeward.bridge.partners;
