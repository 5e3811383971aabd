/** Cases follow what alerts, stops and handovers tell of them; foreign cases are made so. */
package org.homeward.intake.cases.news;
