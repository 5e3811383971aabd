/** Copies of the node's cases in another service, read from their topic. */
package org.homeward.copies;
