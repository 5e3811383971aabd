/** Looks into the process that is measured, by {@code jcmd}: its live heap, and where time goes. */
package org.homeward.bench.jvm;
