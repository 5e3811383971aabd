/** The contract that others rely on, compared with an earlier revision. */
package org.homeward.trials.contract;
