/** The page of who watches: the table, and what happens; nothing to do, and nothing that is secret. */
import { html } from "../dom.js";
import { Panel, TabBar } from "../parts/tabs.js";
import { TrustBetween } from "./between.js";
import { Debriefing } from "./debriefing.js";
import { Dependencies } from "./dependencies.js";
import { Ended } from "./ended.js";
import { useGame } from "./game.js";
import { Log } from "./log.js";
import { stepOf } from "./next.js";
import { NowCard } from "./nowcard.js";
import { Stage } from "./stage.js";
import { Steering } from "./steering.js";
import { Tracks } from "./tracks.js";
import { Held } from "./turning.js";
import { Watched } from "./watched.js";

/** @param {{ table: string | null, person: string, tab: string, onTab: (tab: string) => void }} props */
export function Onlooker({ table, person, tab, onTab }) {
  const game = useGame();
  const { pub, view, say } = game;
  const tabs = [{ id: "table", label: say("tab.table"), icon: "table-2" }, { id: "log", label: say("tab.log"), icon: "list" }];
  return html`<div class="page over-table play-grid has-tabbar">
      <div class="play-column">${view.session.tables.length > 1 && html`<${Watched} table=${table} person=${person} />`}<${NowCard} step=${stepOf(game)} open=${tab === "table"} />
        <div class="panel" data-open=${String(tab === "table")}><div class="stack-l">${pub.phase === "ended" && html`<${Debriefing} table=${table} person=${person} /><${Ended} table=${table} />`}<${Held}><${TrustBetween} /><//></div></div></div>
      <div class="play-column"><${Panel} id="table" current=${tab} title=${say("tab.table")}><div class="stack-l">
        ${pub.phase === "plan" ? null : html`<${Stage} />`}<${Held}><${Dependencies} /><${Tracks} /><${Steering} /><//></div><//></div>
      <div class="play-column"><${Panel} id="log" current=${tab} title=${say("tab.log")}><${Log} /><//></div>
    </div>
    <${TabBar} label=${say("tab.label")} tabs=${tabs} current=${tab} onPick=${onTab} />`;
}
