/** Compares what people were told with what the nodes hold in the end. Pure: no node is asked. */
package org.homeward.trials.soak.check;
