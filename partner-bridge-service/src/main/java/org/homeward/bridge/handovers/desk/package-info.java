/** The partner desk: people offer cases, see handovers, and answer a case's owner. */
package org.homeward.bridge.handovers.desk;
