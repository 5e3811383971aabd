/** The partner desk: what people see of handovers, and what they say to a case's owner. */
package org.homeward.bridge.handovers.desk;
