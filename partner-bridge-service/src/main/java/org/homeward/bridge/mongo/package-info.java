/** Ports of the features on the store. */
package org.homeward.bridge.mongo;
