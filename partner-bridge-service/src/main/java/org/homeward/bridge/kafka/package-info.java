/** The topic of handovers as it is written. */
package org.homeward.bridge.kafka;
