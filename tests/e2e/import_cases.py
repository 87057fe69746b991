"""import_cases.py — tables and JSON as other programs write them, and what is made of each; read by check-imports.py.

Each case: what it is, the ending of the file, its text or bytes, and the organization in a few words: a line for each unit, “(id < parent: name)”, and for each
position, “id < manager +kind far-end: title / holders [state] xposts @unit ^level”. All names are invented.
"""
import gzip
import json

CASES = [
    ('workday', "csv", """\
Worker Roster,,,,,,,
As of 2024-03-01,,,,,,,
,,,,,,,
Worker,Employee ID,Business Title,Job Profile,Management Level,Supervisory Organization,Worker's Manager,Time Type
Ann Lee,00017,Chief Executive,Executive,2 Chief Executive,Leadership (Ann Lee),,Full time
Bob Ray,00023,Head of Delivery,Director,4 Director,Delivery (Bob Ray),Ann Lee,Full time
Cy Coe,00031,Program Manager,Manager,6 Manager,Delivery (Bob Ray),Bob Ray,Part time
Di Day (On Leave),00032,Program Manager,Manager,6 Manager,Delivery (Bob Ray),Bob Ray,Full time
Ed Elm,00033,Analyst,Professional,8 Individual,Delivery (Bob Ray),Di Day (On Leave),Full time
""",
     """\
(Leadership (Ann Lee): Leadership (Ann Lee))
(Delivery (Bob Ray): Delivery (Bob Ray))
00017: Chief Executive / Ann Lee @Leadership (Ann Lee) ^2 Chief Executive
00023 < 00017: Head of Delivery / Bob Ray @Delivery (Bob Ray) ^4 Director
00031 < 00023: Program Manager / Cy Coe @Delivery (Bob Ray) ^6 Manager
00032 < 00023: Program Manager / Di Day (On Leave) @Delivery (Bob Ray) ^6 Manager
00033 < 00032: Analyst / Ed Elm @Delivery (Bob Ray) ^8 Individual
"""),
    ('workday manager with id in brackets', "csv", """\
Employee ID,Worker,Business Title,Manager
17,Ann Lee,Chief Executive,
23,Bob Ray,Head of Delivery,Ann Lee (17)
31,Cy Coe,Program Manager,Bob Ray (23)
32,Di Day,Program Manager,Bob Ray (23)
""",
     """\
17: Chief Executive / Ann Lee
23 < 17: Head of Delivery / Bob Ray
31 < 23: Program Manager / Cy Coe
32 < 23: Program Manager / Di Day
"""),
    ('bamboo', "csv", """\
"Employee #","Last name, First name","Hire Date","Job Title","Department","Division","Location","Reporting to"
"1","Lee, Ann","2011-01-01","CEO","Executive","HQ","Basel",""
"2","Ray, Bob","2012-01-01","COO","Operations","HQ","Basel","Ann Lee"
"3","Coe, Cy","2013-01-01","PM","Operations","HQ","Basel","Bob Ray"
"4","Day, Di","2013-01-01","PM","Operations","HQ","Basel","Bob Ray"
""",
     """\
(Executive: Executive)
(Operations: Operations)
Lee, Ann: CEO / Lee, Ann @Executive
Ray, Bob < Lee, Ann: COO / Ray, Bob @Operations
Coe, Cy < Ray, Bob: PM / Coe, Cy @Operations
Day, Di < Ray, Bob: PM / Day, Di @Operations
"""),
    ('successfactors', "csv", """\
STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,GENDER,EMAIL,MANAGER,HR,DEPARTMENT,JOBCODE,DIVISION,LOCATION,TIMEZONE,TITLE
active,alee,alee,Ann,Lee,F,a@x.example,NO_MANAGER,NO_HR,Executive,J1,HQ,Basel,CET,CEO
active,bray,bray,Bob,Ray,M,b@x.example,alee,hhub,Operations,J2,HQ,Basel,CET,COO
active,ccoe,ccoe,Cy,Coe,M,c@x.example,bray,hhub,Operations,J3,HQ,Basel,CET,PM
active,hhub,hhub,Hal,Hub,M,h@x.example,alee,NO_HR,People,J4,HQ,Basel,CET,HR Partner
""",
     """\
(Executive: Executive)
(Operations: Operations)
(People: People)
alee: CEO / Ann Lee @Executive
bray < alee: COO / Bob Ray @Operations
ccoe < bray: PM / Cy Coe @Operations
hhub < alee: HR Partner / Hal Hub @People
"""),
    ('sap hcm', "csv", """\
Personalnr.;Nachname;Vorname;Planstelle;Planstellenbezeichnung;Organisationseinheit;Vorgesetzter (PersNr)
00001017;Lee;Ann;50000001;Geschäftsführung;Leitung;
00001023;Ray;Bob;50000002;Bereichsleitung;Betrieb;00001017
00001031;Coe;Cy;50000003;Projektleitung;Betrieb;00001023
""",
     """\
(Leitung: Leitung)
(Betrieb: Betrieb)
00001017: Geschäftsführung / Ann Lee @Leitung
00001023 < 00001017: Bereichsleitung / Bob Ray @Betrieb
00001031 < 00001023: Projektleitung / Cy Coe @Betrieb
"""),
    ('sap om planstelle', "csv", 'Planstelle;Planstellentext;Org.Einheit;Inhaber;Berichtet an Planstelle\n50000001;Geschäftsführung;Leitung;Lee, Ann;\n50000002;Bereichsleitung;Betrieb;Ray, Bob;50000001\n50000003;Projektleitung;Betrieb;unbesetzt;50000002\n'.encode("cp1252"),
     """\
(Leitung: Leitung)
(Betrieb: Betrieb)
50000001: Geschäftsführung / Lee, Ann @Leitung
50000002 < 50000001: Bereichsleitung / Ray, Bob @Betrieb
50000003 < 50000002: Projektleitung @Betrieb
"""),
    ('personio', "csv", """\
ID,First name,Last name,Email,Position,Supervisor,Supervisor ID,Department,Team,Status,Weekly hours
8801,Ann,Lee,a@x.example,CEO,,,Leadership,,active,40
8802,Bob,Ray,b@x.example,COO,Ann Lee,8801,Operations,Ops,active,40
8803,Cy,Coe,c@x.example,PM,Bob Ray,8802,Operations,PMO,active,32
8804,Di,Day,d@x.example,PM,Bob Ray,8802,Operations,PMO,leave,32
8805,Ed,Elm,e@x.example,PM,Bob Ray,8802,Operations,PMO,onboarding,32
""",
     """\
(Leadership: Leadership)
(Operations: Operations)
8801: CEO / Ann Lee @Leadership
8802 < 8801: COO / Bob Ray @Operations
8803 < 8802: PM / Cy Coe @Operations
8804 < 8802: PM / Di Day @Operations
8805 < 8802: PM / Ed Elm @Operations
"""),
    ('ad dn', "csv", '"DistinguishedName","Name","Title","Department","Manager","mail","SamAccountName"\n"CN=Lee\\, Ann,OU=Users,DC=x,DC=example","Lee, Ann","CEO","Lead",,"a@x.example","alee"\n"CN=Ray\\, Bob,OU=Users,DC=x,DC=example","Ray, Bob","COO","Ops","CN=Lee\\, Ann,OU=Users,DC=x,DC=example","b@x.example","bray"\n"CN=Coe\\, Cy,OU=Users,DC=x,DC=example","Coe, Cy","PM","Ops","CN=Ray\\, Bob,OU=Users,DC=x,DC=example","c@x.example","ccoe"\n"CN=Day\\, Di,OU=Users,DC=x,DC=example","Day, Di","PM","Ops","CN=Ray\\, Bob,OU=Users,DC=x,DC=example","d@x.example","dday"\n',
     """\
(Lead: Lead)
(Ops: Ops)
CN=Lee\, Ann,OU=Users,DC=x,DC=example: CEO / Lee, Ann @Lead
CN=Ray\, Bob,OU=Users,DC=x,DC=example < CN=Lee\, Ann,OU=Users,DC=x,DC=example: COO / Ray, Bob @Ops
CN=Coe\, Cy,OU=Users,DC=x,DC=example < CN=Ray\, Bob,OU=Users,DC=x,DC=example: PM / Coe, Cy @Ops
CN=Day\, Di,OU=Users,DC=x,DC=example < CN=Ray\, Bob,OU=Users,DC=x,DC=example: PM / Day, Di @Ops
"""),
    ('ad powershell with type line', "csv", """\
#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser
"Name","SamAccountName","Title","Department","Manager"
"Ann Lee","alee","CEO","Lead",
"Bob Ray","bray","COO","Ops","CN=Ann Lee,OU=Users,DC=x,DC=example"
"Cy Coe","ccoe","PM","Ops","CN=Bob Ray,OU=Users,DC=x,DC=example"
""",
     """\
(Lead: Lead)
(Ops: Ops)
alee: CEO / Ann Lee @Lead
bray < alee: COO / Bob Ray @Ops
ccoe < bray: PM / Cy Coe @Ops
"""),
    ('ad dn other case', "csv", """\
dn,cn,title,manager
"cn=Ann Lee, ou=People, dc=x",Ann Lee,CEO,
"cn=Bob Ray, ou=People, dc=x",Bob Ray,COO,"cn=ann lee,ou=people,dc=x"
"cn=Cy Coe, ou=People, dc=x",Cy Coe,PM,"cn=bob ray,ou=people,dc=x"
""",
     """\
cn=Ann Lee, ou=People, dc=x: CEO / Ann Lee
cn=Bob Ray, ou=People, dc=x < cn=Ann Lee, ou=People, dc=x: COO / Bob Ray
cn=Cy Coe, ou=People, dc=x < cn=Bob Ray, ou=People, dc=x: PM / Cy Coe
"""),
    ('reports to last first, several', "csv", """\
Staff ID;Employee Name;Role;Reports To
S1;Ann Lee;CEO;
S2;Bob Ray;COO;Lee, Ann
S3;Cy Coe;PM;"Ray, Bob; Lee, Ann"
S4;Di Day;PM;Ray, Bob
""",
     """\
S1: CEO / Ann Lee
S2 < S1: COO / Bob Ray
S3 < S2 +sec S1: PM / Cy Coe
S4 < S2: PM / Di Day
"""),
    ('mails', "csv", """\
Full Name,Work Email,Job Title,Manager Email
Ann Lee,ann.lee@x.example,CEO,
Bob Ray,bob.ray@x.example,COO,ann.lee@x.example
Cy Coe,cy.coe@x.example,PM,bob.ray@x.example
Di Day,di.day@x.example,PM,BOB.RAY@x.example
""",
     """\
ann.lee@x.example: CEO / Ann Lee
bob.ray@x.example < ann.lee@x.example: COO / Bob Ray
cy.coe@x.example < bob.ray@x.example: PM / Cy Coe
di.day@x.example < BOB.RAY@x.example: PM / Di Day
"""),
    ('floats in manager', "csv", """\
emp_id,name,title,manager_id
1,Ann Lee,CEO,
2,Bob Ray,COO,1.0
3,Cy Coe,PM,2.0
4,Di Day,PM,2.0
""",
     """\
1: CEO / Ann Lee
2 < 1.0: COO / Bob Ray
3 < 2.0: PM / Cy Coe
4 < 2.0: PM / Di Day
"""),
    ('floats in both, nan', "csv", """\
emp_id,name,title,manager_id
1.0,Ann Lee,CEO,nan
2.0,Bob Ray,COO,1.0
3.0,Cy Coe,PM,2.0
""",
     """\
1.0: CEO / Ann Lee
2.0 < 1.0: COO / Bob Ray
3.0 < 2.0: PM / Cy Coe
"""),
    ('repeated headers', "csv", """\
ID,Name,Title,ID,Name
1,Ann Lee,CEO,,
2,Bob Ray,COO,1,Ann Lee
3,Cy Coe,PM,2,Bob Ray
4,Di Day,PM,2,Bob Ray
5,Ed Elm,PM,2,Bob Ray
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
4 < 2: PM / Di Day
5 < 2: PM / Ed Elm
"""),
    ('blank header id', "csv", """\
,Name,Title,Supervisor
A1,Ann Lee,CEO,
B2,Bob Ray,COO,A1
C3,Cy Coe,PM,B2
""",
     """\
A1: CEO / Ann Lee
B2 < A1: COO / Bob Ray
C3 < B2: PM / Cy Coe
"""),
    ('pandas index + floats', "csv", """\
,employee_id,name,job_title,manager_id
0,101,Ann Lee,CEO,
1,102,Bob Ray,COO,101
2,103,Cy Coe,PM,102
3,104,Di Day,PM,102
""",
     """\
101: CEO / Ann Lee
102 < 101: COO / Bob Ray
103 < 102: PM / Cy Coe
104 < 102: PM / Di Day
"""),
    ('position based', "csv", """\
Position ID,Position Title,Status,Reports To Position ID,Incumbent Name,Incumbent Employee ID,FTE,Org Unit
P-100,CEO,Filled,,Ann Lee,17,1.0,Lead
P-200,COO,Filled,P-100,Bob Ray,23,1.0,Ops
P-300,PM,Vacant,P-200,,,1.0,Ops
P-301,PM,Filled,P-200,Di Day,32,0.5,Ops
P-301,PM,Filled,P-200,Ed Elm,33,0.5,Ops
""",
     """\
(Lead: Lead)
(Ops: Ops)
P-100: CEO / Ann Lee @Lead
P-200 < P-100: COO / Bob Ray @Ops
P-300 < P-200: PM @Ops
P-301 < P-200: PM / Di Day, Ed Elm @Ops
"""),
    ('both name and id manager, self ceo', "csv", """\
Employee Code,Employee Name,Designation,Department,Reporting Manager,Reporting Manager Code
E001,Ann Lee,CEO,Lead,Ann Lee,E001
E002,Bob Ray,COO,Ops,Ann Lee,E001
E003,Cy Coe,PM,Ops,Bob Ray,E002
""",
     """\
(Lead: Lead)
(Ops: Ops)
E001 < E001: CEO / Ann Lee @Lead
E002 < E001: COO / Bob Ray @Ops
E003 < E002: PM / Cy Coe @Ops
"""),
    ('excel text formula', "csv", """\
Emp ID,Name,Title,Mgr ID
="00017",Ann Lee,CEO,
="00023",Bob Ray,COO,="00017"
="00031",Cy Coe,PM,="00023"
""",
     """\
00017: CEO / Ann Lee
00023 < 00017: COO / Bob Ray
00031 < 00023: PM / Cy Coe
"""),
    ('excel formula ids only', "csv", """\
Emp ID,Name,Title,Mgr ID
="00017",Ann Lee,CEO,
="00023",Bob Ray,COO,00017
="00031",Cy Coe,PM,00023
""",
     """\
00017: CEO / Ann Lee
00023 < 00017: COO / Bob Ray
00031 < 00023: PM / Cy Coe
"""),
    ('excel tail', "csv", """\
ID,Name,Title,Manager ID,,
1,Ann Lee,CEO,,,
2,Bob Ray,COO,1,,
3,Cy Coe,PM,2,,
,,,,,
,,,,,
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('header newline', "csv", """\
"Emp
No","Full
Name","Job
Title","Reports
To"
1,Ann Lee,CEO,
2,Bob Ray,"COO
(acting)",1
""",
     """\
1: CEO / Ann Lee
2 < 1: COO
(acting) / Bob Ray
"""),
    ('tsv unbalanced quote', "tsv", 'ID\tName\tTitle\tManager\n1\tAnn Lee\t5" gun operator\t\n2\tBob "Bo" Ray\tCOO\t1\n3\tCy Coe\tPM\t2\n',
     """\
1: 5" gun operator / Ann Lee
2 < 1: COO / Bob "Bo" Ray
3 < 2: PM / Cy Coe
"""),
    ('utf16le tsv (excel unicode text)', "txt", 'ID\tName\tTitle\tManager ID\r\n1\tÄnn Lee\tCEO\t\r\n2\tBøb Ray\tCOO\t1\r\n'.encode("utf-16"),
     """\
1: CEO / Änn Lee
2 < 1: COO / Bøb Ray
"""),
    ('utf16be no bom', "csv", 'ID;Name;Title;Manager ID\r\n1;Änn Lee;CEO;\r\n2;Bøb Ray;COO;1\r\n'.encode("utf-16-be"),
     """\
1: CEO / Änn Lee
2 < 1: COO / Bøb Ray
"""),
    ('gzip+bom+cr', "csv.gz", gzip.compress("\ufeffID,Name,Title,Manager ID\r1,Ann Lee,CEO,\r2,Bob Ray,COO,1\r".encode()),
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
"""),
    ('sep=; crlf bom', "csv", '\ufeffsep=;\r\nID;Name;Title;Manager ID\r\n1;Ann Lee;CEO;\r\n2;Bob Ray;COO;1\r\n',
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
"""),
    ('title row no commas', "csv", """\
People report
Generated by HR on 1 March

ID,Name,Title,Manager ID
1,Ann Lee,CEO,
2,Bob Ray,COO,1
3,Cy Coe,PM,2
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('accents in manager', "csv", """\
Nom,Prénom,Poste,N+1
Lée,Änn,PDG,
Ray,Bob,DG,Änn Lée
Coé,Cy,CP,Bob Ray
""",
     """\
row-1: PDG / Änn Lée
row-2 < row-1: DG / Bob Ray
row-3 < row-2: CP / Cy Coé
"""),
    ('french', "csv", 'Matricule;Nom;Prénom;Intitulé du poste;Service;Matricule N+1;Nom N+1\n0017;Lee;Ann;PDG;Direction;;\n0023;Ray;Bob;DG;Ops;0017;Ann Lee\n0031;Coe;Cy;Chef de projet;Ops;0023;Bob Ray\n'.encode("cp1252"),
     """\
(Direction: Direction)
(Ops: Ops)
0017: PDG / Ann Lee @Direction
0023 < 0017: DG / Bob Ray @Ops
0031 < 0023: Chef de projet / Cy Coe @Ops
"""),
    ('spanish', "csv", """\
Nº empleado;Apellidos;Nombre;Puesto;Departamento;Jefe directo
17;Lee;Ann;Directora;Dirección;
23;Ray;Bob;Jefe;Ops;17
31;Coe;Cy;Gestor;Ops;23
""",
     """\
(Dirección: Dirección)
(Ops: Ops)
17: Directora / Ann Lee @Dirección
23 < 17: Jefe / Bob Ray @Ops
31 < 23: Gestor / Cy Coe @Ops
"""),
    ('japanese', "csv", """\
社員番号,氏名,役職,部署,上司の社員番号
1,山田 花子,社長,本社,
2,田中 一郎,部長,営業部,1
3,佐藤 次郎,課長,営業部,2
""",
     """\
(本社: 本社)
(営業部: 営業部)
1: 社長 / 山田 花子 @本社
2 < 1: 部長 / 田中 一郎 @営業部
3 < 2: 課長 / 佐藤 次郎 @営業部
"""),
    ('chinese', "csv", """\
工号,姓名,职位,部门,直属上级工号
1,张三,总经理,总部,
2,李四,经理,销售,1
3,王五,专员,销售,2
""",
     """\
(总部: 总部)
(销售: 销售)
1: 总经理 / 张三 @总部
2 < 1: 经理 / 李四 @销售
3 < 2: 专员 / 王五 @销售
"""),
    ('dutch', "csv", """\
Personeelsnummer;Naam;Functie;Afdeling;Leidinggevende
1;Ann Lee;Directeur;Directie;
2;Bob Ray;Manager;Ops;Ann Lee
3;Cy Coe;PM;Ops;Bob Ray
""",
     """\
(Directie: Directie)
(Ops: Ops)
1: Directeur / Ann Lee @Directie
2 < 1: Manager / Bob Ray @Ops
3 < 2: PM / Cy Coe @Ops
"""),
    ('snake', "csv", """\
employee_number,display_name,job_title,org_unit_name,direct_manager_employee_number,dotted_line_manager_employee_number
1,Ann Lee,CEO,Lead,,
2,Bob Ray,COO,Ops,1,
3,Cy Coe,PM,Ops,2,1
""",
     """\
(Lead: Lead)
(Ops: Ops)
1: CEO / Ann Lee @Lead
2 < 1: COO / Bob Ray @Ops
3 < 2 +dot 1: PM / Cy Coe @Ops
"""),
    ('matrix', "csv", """\
ID,Name,Title,Solid Line Manager,Dotted Line Manager
1,Ann Lee,CEO,,
2,Bob Ray,COO,1,
3,Cy Coe,PM,2,1
4,Di Day,PM,2,1;3
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2 +dot 1: PM / Cy Coe
4 < 2 +dot 1 +dot 3: PM / Di Day
"""),
    ('departments', "csv", """\
Department Code,Department Name,Parent Department Code
D1,Company,
D2,Operations,D1
D3,PMO,D2
D4,Finance,D1
""",
     """\
D1: Company [filled]
D2 < D1: Operations [filled]
D3 < D2: PMO [filled]
D4 < D1: Finance [filled]
"""),
    ('emails + id both', "csv", """\
EmployeeID,Email,FirstName,LastName,JobTitle,ManagerEmail
5,a@x.example,Ann,Lee,CEO,
6,b@x.example,Bob,Ray,COO,a@x.example
7,c@x.example,Cy,Coe,PM,b@x.example
""",
     """\
5: CEO / Ann Lee
6 < 5: COO / Bob Ray
7 < 6: PM / Cy Coe
"""),
    ('upn', "csv", """\
UserPrincipalName,DisplayName,JobTitle,Department,ManagerUPN
a@x.example,Ann Lee,CEO,Lead,
b@x.example,Bob Ray,COO,Ops,a@x.example
c@x.example,Cy Coe,PM,Ops,b@x.example
""",
     """\
(Lead: Lead)
(Ops: Ops)
a@x.example: CEO / Ann Lee @Lead
b@x.example < a@x.example: COO / Bob Ray @Ops
c@x.example < b@x.example: PM / Cy Coe @Ops
"""),
    ('manager title column', "csv", """\
Name,Title,Manager,Manager Title,Team
Ann Lee,CEO,,,Lead
Bob Ray,COO,Ann Lee,CEO,Ops
Cy Coe,PM,Bob Ray,COO,Ops
Di Day,PM,Bob Ray,COO,Ops
""",
     """\
(Lead: Lead)
(Ops: Ops)
Ann Lee: CEO / Ann Lee @Lead
Bob Ray < Ann Lee: COO / Bob Ray @Ops
Cy Coe < Bob Ray: PM / Cy Coe @Ops
Di Day < Bob Ray: PM / Di Day @Ops
"""),
    ('ids with dup + clash', "csv", """\
id,name,title,manager id
1,Ann Lee,CEO,
2,Bob Ray,COO,1
3,Cy Coe,PM,2
3,Di Day,PM,1
4,Ed Elm,PM,5
5,Flo Fox,PM,4
6,Gus Gad,PM,6
7,Hal Hub,PM,99
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
3 < 1: PM / Di Day
4 < 5: PM / Ed Elm
5 < 4: PM / Flo Fox
6 < 6: PM / Gus Gad
7 < 99: PM / Hal Hub
"""),
    ('name title only hierarchical by title', "csv", """\
Title,Name,Reports To
CEO,Ann Lee,
COO,Bob Ray,CEO
PM,Cy Coe,COO
Analyst,Di Day,PM
""",
     """\
CEO: CEO / Ann Lee
COO < CEO: COO / Bob Ray
PM < COO: PM / Cy Coe
Analyst < PM: Analyst / Di Day
"""),
    ('quoted all semicolon decimal', "csv", """\
"Nr";"Name";"FTE";"Chef"
"1";"Ann Lee";"1,0";""
"2";"Bob Ray";"0,8";"1"
"3";"Cy Coe";"0,5";"2"
""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray x0.8
3 < 2 / Cy Coe x0.5
"""),
    ('percent fte', "csv", """\
Nr,Name,Title,FTE,Manager Nr
1,Ann Lee,CEO,100%,
2,Bob Ray,COO,80%,1
3,Cy Coe,PM,50 %,2
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray x0.8
3 < 2: PM / Cy Coe x0.5
"""),
    ('guid', "csv", """\
ObjectId,DisplayName,JobTitle,ManagerObjectId,ManagerDisplayName
{a1b2},Ann Lee,CEO,,
{c3d4},Bob Ray,COO,{a1b2},Ann Lee
{e5f6},Cy Coe,PM,{c3d4},Bob Ray
""",
     """\
{a1b2}: CEO / Ann Lee
{c3d4} < {a1b2}: COO / Bob Ray
{e5f6} < {c3d4}: PM / Cy Coe
"""),
    ('one column ids w/ prefix in manager', "csv", """\
Employee,Manager
E1,
E2,E1
E3,E1
E4,E2
""",
     """\
E1: E1 [filled]
E2 < E1: E2 [filled]
E3 < E1: E3 [filled]
E4 < E2: E4 [filled]
"""),
    ('wrapped', "json", """\
{"status":"ok","data":{"total":3,"employees":[{"employeeId":17,"fullName":"Ann Lee","jobTitle":"CEO","managerId":null},
{"employeeId":23,"fullName":"Bob Ray","jobTitle":"COO","managerId":17},
{"employeeId":31,"fullName":"Cy Coe","jobTitle":"PM","managerId":23}]}}""",
     """\
17: CEO / Ann Lee
23 < 17: COO / Bob Ray
31 < 23: PM / Cy Coe
"""),
    ('ids as strings', "json", """\
{"employees":[{"id":1,"name":"Ann Lee","title":"CEO","managerId":""},
{"id":2,"name":"Bob Ray","title":"COO","managerId":"1"},
{"id":3,"name":"Cy Coe","title":"PM","managerId":"2"}]}""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('ids as floats json', "json", '[{"id": 1, "name": "Ann Lee"}, {"id": 2, "name": "Bob Ray", "managerId": 1.0}, {"id": 3, "name": "Cy Coe", "managerId": 2.0}]',
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('graph', "json", """\
{"@odata.context":"https://graph.example/users","value":[{"id":"a1","displayName":"Ann Lee","jobTitle":"CEO","department":"Lead"},
{"id":"b2","displayName":"Bob Ray","jobTitle":"COO","department":"Ops","manager":{"@odata.type":"#user","id":"a1","displayName":"Ann Lee"}},
{"id":"c3","displayName":"Cy Coe","jobTitle":"PM","department":"Ops","manager":{"@odata.type":"#user","id":"b2","displayName":"Bob Ray"}}]}""",
     """\
(Lead: Lead)
(Ops: Ops)
a1: CEO / Ann Lee @Lead
b2 < a1: COO / Bob Ray @Ops
c3 < b2: PM / Cy Coe @Ops
"""),
    ('json api', "json", """\
{"data":[{"type":"people","id":"1","attributes":{"name":"Ann Lee","title":"CEO"},"relationships":{"manager":{"data":null}}},
{"type":"people","id":"2","attributes":{"name":"Bob Ray","title":"COO"},"relationships":{"manager":{"data":{"type":"people","id":"1"}}}},
{"type":"people","id":"3","attributes":{"name":"Cy Coe","title":"PM"},"relationships":{"manager":{"data":{"type":"people","id":"2"}}}}]}""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('raas', "json", """\
{"Report_Entry":[{"Employee_ID":"017","Worker":"Ann Lee","Business_Title":"CEO"},
{"Employee_ID":"023","Worker":"Bob Ray","Business_Title":"COO","Manager_ID":"017"},
{"Employee_ID":"031","Worker":"Cy Coe","Business_Title":"PM","Manager_ID":"023"}]}""",
     """\
017: CEO / Ann Lee
023 < 017: COO / Bob Ray
031 < 023: PM / Cy Coe
"""),
    ('graphql edges', "json", """\
{"data":{"people":{"edges":[{"node":{"id":"1","name":"Ann Lee","manager":null}},
{"node":{"id":"2","name":"Bob Ray","manager":{"id":"1"}}},
{"node":{"id":"3","name":"Cy Coe","manager":{"id":"2"}}}]}}}""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('scim', "json", """\
{"schemas":["urn:x"],"totalResults":3,"Resources":[{"id":"1","userName":"alee","displayName":"Ann Lee","title":"CEO","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Lead"}},
{"id":"2","userName":"bray","displayName":"Bob Ray","title":"COO","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Ops","manager":{"value":"1","displayName":"Ann Lee"}}},
{"id":"3","userName":"ccoe","displayName":"Cy Coe","title":"PM","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Ops","manager":{"value":"2","displayName":"Bob Ray"}}}]}""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('odd children', "json", """\
{"person":"Ann Lee","rolle":"CEO","untergebene":[{"person":"Bob Ray","rolle":"COO","untergebene":[{"person":"Cy Coe","rolle":"PM","untergebene":[]},
{"person":"Di Day","rolle":"PM","untergebene":[]}]}]}""",
     """\
node-1 / Ann Lee
node-2 < node-1 / Bob Ray
node-3 < node-2 / Cy Coe
node-4 < node-2 / Di Day
"""),
    ('_children', "json", """\
{"result":{"tree":{"id":"1","label":"CEO","_children":[{"id":"2","label":"COO","_children":[{"id":"3","label":"PM"}]}]}}}""",
     """\
1: CEO [filled]
2 < 1: COO [filled]
3 < 2: PM [filled]
"""),
    ('children object', "json", """\
{"org":{"ceo":{"name":"Ann Lee","title":"CEO","kids":{"coo":{"name":"Bob Ray","title":"COO","kids":{"pm1":{"name":"Cy Coe","title":"PM","kids":{}},"pm2":{"name":"Di Day","title":"PM","kids":{}}}},"cfo":{"name":"Ed Elm","title":"CFO","kids":{}}}}}}""",
     """\
node-1: CEO / Ann Lee
coo < node-1: COO / Bob Ray
pm1 < coo: PM / Cy Coe
pm2 < coo: PM / Di Day
cfo < node-1: CFO / Ed Elm
"""),
    ('single child objects', "json", '{"name": "Ann Lee", "next": {"name": "Bob Ray", "next": {"name": "Cy Coe", "next": null}}}',
     """\
node-1 / Ann Lee
node-2 < node-1 / Bob Ray
node-3 < node-2 / Cy Coe
"""),
    ('keyed by id', "json", """\
{"employees":{"17":{"name":"Ann Lee","title":"CEO","manager":null},"23":{"name":"Bob Ray","title":"COO","manager":"17"},"31":{"name":"Cy Coe","title":"PM","manager":23}}}""",
     """\
17: CEO / Ann Lee
23 < 17: COO / Bob Ray
31 < 23: PM / Cy Coe
"""),
    ('json lines', "jsonl", """\
{"id":17,"name":"Ann Lee","manager_id":null}
{"id":23,"name":"Bob Ray","manager_id":17}
{"id":31,"name":"Cy Coe","manager_id":23}
""",
     """\
17 / Ann Lee
23 < 17 / Bob Ray
31 < 23 / Cy Coe
"""),
    ('manager object key other', "json", """\
[{"uid":"u1","name":"Ann Lee"},
{"uid":"u2","name":"Bob Ray","boss":{"uid":"u1","name":"Ann Lee"}},
{"uid":"u3","name":"Cy Coe","boss":{"uid":"u2","name":"Bob Ray"}}]""",
     """\
u1 / Ann Lee
u2 < u1 / Bob Ray
u3 < u2 / Cy Coe
"""),
    ('manager chain up', "json", """\
[{"id":1,"name":"Ann Lee"},
{"id":2,"name":"Bob Ray","manager":{"id":1,"name":"Ann Lee"}},
{"id":3,"name":"Cy Coe","manager":{"id":2,"name":"Bob Ray","manager":{"id":1,"name":"Ann Lee"}}}]""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('managers list of objects', "json", """\
[{"id":1,"name":"Ann Lee","managers":[]},
{"id":2,"name":"Bob Ray","managers":[{"id":1}]},
{"id":3,"name":"Cy Coe","managers":[{"id":2},
{"id":1}]}]""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 +sec 1 / Cy Coe
"""),
    ('children ids', "json", """\
[{"id":"a","name":"Ann Lee","reports":["b","c"]},
{"id":"b","name":"Bob Ray","reports":["d"]},
{"id":"c","name":"Cy Coe","reports":[]},
{"id":"d","name":"Di Day","reports":[]}]""",
     """\
a / Ann Lee
b < a / Bob Ray
c < a / Cy Coe
d < b / Di Day
"""),
    ('children ids 2', "json", """\
{"nodes":[{"id":"a","label":"CEO","children":["b","c"]},
{"id":"b","label":"COO","children":["d"]},
{"id":"c","label":"CFO"},
{"id":"d","label":"PM"}]}""",
     """\
a: CEO [filled]
b < a: COO [filled]
c < a: CFO [filled]
d < b: PM [filled]
"""),
    ('tree with teams and members', "json", """\
{"company":"X Corp","teams":[{"name":"Platform","lead":{"name":"Ann Lee"},"members":[{"name":"Bob Ray","title":"Dev"},
{"name":"Cy Coe","title":"Dev"}],"teams":[{"name":"Core","members":[{"name":"Di Day","title":"Dev"}]}]}]}""",
     """\
node-1 / Platform
node-2 < node-1: Dev / Bob Ray
node-3 < node-1: Dev / Cy Coe
node-4 < node-1 / Core
node-5 < node-4: Dev / Di Day
"""),
    ('tree d3 attributes', "json", """\
{"name":"Ann Lee","attributes":{"title":"CEO","department":"Lead"},"children":[{"name":"Bob Ray","attributes":{"title":"COO","department":"Ops"},"children":[{"name":"Cy Coe","attributes":{"title":"PM","department":"Ops"}}]}]}""",
     """\
(Ops: Ops)
(Lead: Lead)
node-1: CEO / Ann Lee @Lead
node-2 < node-1: COO / Bob Ray @Ops
node-3 < node-2: PM / Cy Coe @Ops
"""),
    ('several tops', "json", '[{"title": "A", "subordinates": [{"title": "B", "subordinates": [{"title": "C"}]}]}, {"title": "D"}]',
     """\
node-1: A [filled]
node-2 < node-1: B [filled]
node-3 < node-2: C [filled]
node-4: D [filled]
"""),
    ('parent object nested', "json", """\
[{"id":"1","title":"Company"},
{"id":"2","title":"Ops","parent":{"id":"1","title":"Company"}},
{"id":"3","title":"PMO","parent":{"id":"2","title":"Ops"}}]""",
     """\
1: Company [filled]
2 < 1: Ops [filled]
3 < 2: PMO [filled]
"""),
    ('forest with data wrapper per node', "json", """\
{"tree":[{"data":{"id":"1","name":"Ann Lee"},"children":[{"data":{"id":"2","name":"Bob Ray"},"children":[{"data":{"id":"3","name":"Cy Coe"},"children":[]}]}]}]}""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('utf16 json', "json", '[{"id": 1, "name": "Änn Lee"}, {"id": 2, "name": "Bøb Ray", "managerId": 1}]'.encode("utf-16"),
     """\
1 / Änn Lee
2 < 1 / Bøb Ray
"""),
    ('gz json', "json.gz", gzip.compress(json.dumps([{"id": 1, "name": "Änn Lee"}, {"id": 2, "name": "Bøb Ray", "managerId": 1}]).encode()),
     """\
1 / Änn Lee
2 < 1 / Bøb Ray
"""),
    ('deep wrapper', "json", """\
{"response":{"body":{"items":{"item":[{"empNo":"1","empName":"Ann Lee","supEmpNo":""},
{"empNo":"2","empName":"Bob Ray","supEmpNo":"1"},
{"empNo":"3","empName":"Cy Coe","supEmpNo":"2"}]}}}}""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('columns json', "json", '{"columns": ["id", "name", "manager"], "data": [[1, "Ann Lee", null], [2, "Bob Ray", 1], [3, "Cy Coe", 2]]}',
     """\
1: Ann Lee [filled]
2 < 1: Bob Ray [filled]
3 < 2: Cy Coe [filled]
"""),
    ('mixed types children', "json", """\
{"name":"X","employees":[{"name":"Ann Lee","employees":[{"name":"Bob Ray"}]},
{"name":"Cy Coe","employees":null},
{"name":"Di Day","employees":"none"}]}""",
     """\
node-1 / X
node-2 < node-1 / Ann Lee
node-3 < node-2 / Bob Ray
node-4 < node-1 / Cy Coe
node-5 < node-1 / Di Day
"""),
    ('parents array', "json", """\
[{"name":"Ann Lee","id":"1","parents":[]},
{"name":"Bob Ray","id":"2","parents":["1"]},
{"name":"Cy Coe","id":"3","parents":["2","1"]}]""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 +sec 1 / Cy Coe
"""),
    ('photo lists', "json", """\
{"employees":[{"id":1,"name":"Ann Lee","skills":[{"name":"C"},
{"name":"D"}],"managerId":null},
{"id":2,"name":"Bob Ray","skills":[{"name":"E"}],"managerId":1},
{"id":3,"name":"Cy Coe","skills":[],"managerId":2}]}""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('tree with skills lists', "json", """\
{"name":"Ann Lee","title":"CEO","skills":[{"name":"C"}],"team":[{"name":"Bob Ray","title":"COO","skills":[{"name":"C"},
{"name":"E"}],"team":[{"name":"Cy Coe","title":"PM","skills":[]}]}]}""",
     """\
node-1: CEO / Ann Lee
node-2 < node-1: COO / Bob Ray
node-3 < node-2: PM / Cy Coe
"""),
    ('quoted header bom', "csv", '\ufeff"ID","Name","Title","Manager ID"\r\n"1","Ann Lee","CEO",""\r\n"2","Bob Ray","COO","1"\r\n',
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
"""),
    ('semicolon with commas inside', "csv", """\
Personalnummer;Name;Funktion;Vorgesetzter
1;Lee, Ann;Leitung, Stab;
2;Ray, Bob;Referent, Leitung;Lee, Ann
3;Coe, Cy;Referent;Ray, Bob
""",
     """\
1: Leitung, Stab / Lee, Ann
2 < 1: Referent, Leitung / Ray, Bob
3 < 2: Referent / Coe, Cy
"""),
    ('title rows two filled', "csv", """\
Report,Org chart,,
Date,2024-01-01,,
,,,
ID,Name,Title,Manager ID
1,Ann Lee,CEO,
2,Bob Ray,COO,1
3,Cy Coe,PM,2
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('title rows two filled short', "csv", """\
Report:,Org chart
Date:,2024-01-01

ID,Name,Title,Manager ID
1,Ann Lee,CEO,
2,Bob Ray,COO,1
3,Cy Coe,PM,2
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('angle mail', "csv", """\
Name,Email,Title,Manager
Ann Lee,a@x.example,CEO,
Bob Ray,b@x.example,COO,Ann Lee <a@x.example>
Cy Coe,c@x.example,PM,Bob Ray <b@x.example>
""",
     """\
a@x.example: CEO / Ann Lee
b@x.example < a@x.example: COO / Bob Ray
c@x.example < b@x.example: PM / Cy Coe
"""),
    ('id dash name', "csv", """\
Emp ID,Name,Title,Manager
17,Ann Lee,CEO,
23,Bob Ray,COO,17 - Ann Lee
31,Cy Coe,PM,23 - Bob Ray
""",
     """\
17: CEO / Ann Lee
23 < 17: COO / Bob Ray
31 < 23: PM / Cy Coe
"""),
    ('name dash id', "csv", """\
Emp ID,Name,Title,Manager
17,Ann Lee,CEO,
23,Bob Ray,COO,Ann Lee - 17
31,Cy Coe,PM,Bob Ray - 23
""",
     """\
17: CEO / Ann Lee
23 < 17: COO / Bob Ray
31 < 23: PM / Cy Coe
"""),
    ('dup rows', "csv", """\
ID,Name,Title,Manager ID
1,Ann Lee,CEO,
2,Bob Ray,COO,1
2,Bob Ray,COO,1
3,Cy Coe,PM,2
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('trailing sep', "csv", """\
ID;Name;Title;Manager ID;
1;Ann Lee;CEO;;
2;Bob Ray;COO;1;
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
"""),
    ('mixed eol + enc', "csv", 'ID,Name,Title,Manager ID\r\n1,Ã„nn Lee,CEO,\n2,Bøb Ray,COO,1\r3,Cy,PM,2\n'.encode("cp1252"),
     """\
1: CEO / Änn Lee
2 < 1: COO / Bøb Ray
3 < 2: PM / Cy
"""),
    ('utf16 lf nobom le', "csv", 'ID,Name,Title,Manager ID\n1,Änn Lee,CEO,\n2,Bøb Ray,COO,1\n'.encode("utf-16-le"),
     """\
1: CEO / Änn Lee
2 < 1: COO / Bøb Ray
"""),
    ('multi managers comma', "csv", """\
ID,Name,Managers
A1,Ann,
A2,Bob,A1
A3,Cy,"A1,A2"
A4,Di,"A1, A2"
""",
     """\
A1 / Ann
A2 < A1 / Bob
A3 < A1 +sec A2 / Cy
A4 < A1 +sec A2 / Di
"""),
    ('multi names and', "csv", """\
Name,Manager
Ann Lee,
Bob Ray,Ann Lee
Cy Coe,Ann Lee; Bob Ray
Di Day,Bob Ray;Ann Lee
""",
     """\
Ann Lee / Ann Lee
Bob Ray < Ann Lee / Bob Ray
Cy Coe < Ann Lee +sec Bob Ray / Cy Coe
Di Day < Bob Ray +sec Ann Lee / Di Day
"""),
    ('manager with trailing sep', "csv", """\
ID,Name,Manager ID
1,Ann,
2,Bob,1;
3,Cy,1;2;
""",
     """\
1 / Ann
2 < 1 / Bob
3 < 1 +sec 2 / Cy
"""),
    ('empty strings quoted', "csv", """\
ID,Name,Manager ID
"1","Ann Lee",""
"2","Bob Ray"," 1 "
""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
"""),
    ('null words', "csv", """\
ID,Name,Manager ID
1,Ann Lee,NULL
2,Bob Ray,1
3,Cy Coe,None
4,Di Day,N/A
5,Ed,nil
6,Flo,-
7,Gus,0
""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 / Cy Coe
4 / Di Day
5 / Ed
6 / Flo
7 < 0 / Gus
"""),
    ('vacant kinds', "csv", """\
Position No,Incumbent,Position Title,Reports To Position
1,Ann Lee,CEO,
2,VACANT,COO,1
3,Open Position,PM,2
4,TBD,PM,2
5,"Vacant, recruiting",PM,2
6,,PM,2
7,Open Req 4711,PM,2
8,- vacant -,PM,2
9,(vacant),PM,2
""",
     """\
1: CEO / Ann Lee
2 < 1: COO
3 < 2: PM
4 < 2: PM
5 < 2: PM
6 < 2: PM
7 < 2: PM / Open Req 4711
8 < 2: PM
9 < 2: PM
"""),
    ('status vacant', "csv", """\
Position No,Incumbent,Position Title,Reports To Position,Position Status
1,Ann Lee,CEO,,Filled
2,,COO,1,Vacant
3,,PM,2,Frozen
4,Di Day,PM,2,Filled
""",
     """\
1: CEO / Ann Lee
2 < 1: COO
3 < 2: PM [frozen]
4 < 2: PM / Di Day
"""),
    ('only names one per row, dept path', "csv", """\
Dept,Name,Title,Supervisor Name
Lead,"Lee, Ann",CEO,
Ops,"Ray, Bob",COO,"Lee, Ann"
Ops,"Coe, Cy",PM,"Ray, Bob"
""",
     """\
(Lead: Lead)
(Ops: Ops)
Lee, Ann: CEO / Lee, Ann @Lead
Ray, Bob < Lee, Ann: COO / Ray, Bob @Ops
Coe, Cy < Ray, Bob: PM / Coe, Cy @Ops
"""),
    ('middle names upper', "csv", """\
Employee,Title,Supervisor
ANN LEE,CEO,
BOB RAY,COO,Ann Lee
CY COE,PM,Bob Ray
""",
     """\
ANN LEE: CEO / ANN LEE
BOB RAY < ANN LEE: COO / BOB RAY
CY COE < BOB RAY: PM / CY COE
"""),
    ('double space names', "csv", """\
Employee,Title,Supervisor
Ann  Lee,CEO,
Bob Ray,COO,Ann Lee
Cy Coe,PM,Bob Ray
""",
     """\
Ann  Lee: CEO / Ann  Lee
Bob Ray < Ann  Lee: COO / Bob Ray
Cy Coe < Bob Ray: PM / Cy Coe
"""),
    ('level column numeric and parent', "csv", """\
id,level,parent,name
10,1,,Company
20,2,10,Operations
30,2,10,Finance
40,3,20,PMO
""",
     """\
10: Company [filled] ^1
20 < 10: Operations [filled] ^2
30 < 10: Finance [filled] ^2
40 < 20: PMO [filled] ^3
"""),
    ('two id cols employee+position, mgr by position', "csv", """\
Employee ID,Position ID,Name,Title,Manager Position ID
17,P1,Ann Lee,CEO,
23,P2,Bob Ray,COO,P1
31,P3,Cy Coe,PM,P2
""",
     """\
P1: CEO / Ann Lee
P2 < P1: COO / Bob Ray
P3 < P2: PM / Cy Coe
"""),
    ('two cand: assistant to', "csv", """\
ID,Name,Title,Assistant To,Reports To
1,Ann Lee,CEO,,
2,Bob Ray,COO,,1
3,Cy Coe,PA,2,1
4,Di Day,PM,,2
""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 1: PA / Cy Coe
4 < 2: PM / Di Day
"""),
    ('cost center numbers', "csv", """\
ID,Name,Cost Center,Title,Manager ID
100,Ann Lee,100,CEO,
101,Bob Ray,100,COO,100
102,Cy Coe,101,PM,101
""",
     """\
100: CEO / Ann Lee
101 < 100: COO / Bob Ray
102 < 101: PM / Cy Coe
"""),
    ('tabs spaces pad', "tsv", 'ID\t Name \t Title\tManager ID \n 1 \t Ann Lee\tCEO\t \n2\tBob Ray \tCOO\t 1\n',
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
"""),
    ('bigger metadata', "json", """\
{"locations":[{"id":0,"name":"L0"},
{"id":1,"name":"L1"},
{"id":2,"name":"L2"},
{"id":3,"name":"L3"},
{"id":4,"name":"L4"},
{"id":5,"name":"L5"},
{"id":6,"name":"L6"},
{"id":7,"name":"L7"},
{"id":8,"name":"L8"},
{"id":9,"name":"L9"},
{"id":10,"name":"L10"},
{"id":11,"name":"L11"},
{"id":12,"name":"L12"},
{"id":13,"name":"L13"},
{"id":14,"name":"L14"},
{"id":15,"name":"L15"},
{"id":16,"name":"L16"},
{"id":17,"name":"L17"},
{"id":18,"name":"L18"},
{"id":19,"name":"L19"}],"employees":[{"id":1,"name":"Ann Lee","manager":null,"location":3},
{"id":2,"name":"Bob Ray","manager":1,"location":3},
{"id":3,"name":"Cy Coe","manager":2,"location":4}]}""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('projects nested', "json", """\
{"employees":[{"id":1,"name":"Ann Lee","projects":[{"id":1,"name":"P1"},
{"id":2,"name":"P2"}]},
{"id":2,"name":"Bob Ray","managerId":1,"projects":[{"id":1,"name":"P1"}]},
{"id":3,"name":"Cy Coe","managerId":2,"projects":[]}]}""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('tree with parent pointers', "json", """\
{"id":1,"name":"Ann Lee","parentId":null,"children":[{"id":2,"name":"Bob Ray","parentId":1,"children":[{"id":3,"name":"Cy Coe","parentId":2,"children":[]}]}]}""",
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('different names per level', "json", """\
{"ceo":{"name":"Ann Lee","title":"CEO","vps":[{"name":"Bob Ray","title":"VP","directors":[{"name":"Cy Coe","title":"Director","managers":[{"name":"Di Day","title":"Manager"}]}]}]}}""",
     """\
node-1: CEO / Ann Lee
node-2 < node-1: VP / Bob Ray
node-3 < node-2: Director / Cy Coe
node-4 < node-3: Manager / Di Day
"""),
    ('concatenated pretty', "json", """\
{
 "id":1,
 "name":"Ann"
}
{
 "id":2,
 "name":"Bob",
 "manager":1
}
""",
     """\
1 / Ann
2 < 1 / Bob
"""),
    ('bigints', "json", '[{"id": 12345678901234567890, "name": "Ann"}, {"id": 12345678901234567891, "name": "Bob", "manager": 12345678901234567890}]',
     """\
12345678901234567890 / Ann
12345678901234567891 < 12345678901234567890 / Bob
"""),
    ('grid', "json", '[["id", "name", "manager_id"], [1, "Ann Lee", null], [2, "Bob Ray", 1], [3, "Cy Coe", 2]]',
     """\
1 / Ann Lee
2 < 1 / Bob Ray
3 < 2 / Cy Coe
"""),
    ('okta', "json", """\
[{"id":"00u1","profile":{"login":"a@x.example","displayName":"Ann Lee","title":"CEO"}},
{"id":"00u2","profile":{"login":"b@x.example","displayName":"Bob Ray","title":"COO","managerId":"00u1"}},
{"id":"00u3","profile":{"login":"c@x.example","displayName":"Cy Coe","title":"PM","managerId":"00u2"}}]""",
     """\
00u1: CEO / Ann Lee
00u2 < 00u1: COO / Bob Ray
00u3 < 00u2: PM / Cy Coe
"""),
    ('bamboo api', "json", """\
{"fields":[{"id":"x","name":"Y"}],"employees":[{"id":"1","displayName":"Ann Lee","jobTitle":"CEO","supervisor":null},
{"id":"2","displayName":"Bob Ray","jobTitle":"COO","supervisor":"Ann Lee"},
{"id":"3","displayName":"Cy Coe","jobTitle":"PM","supervisor":"Bob Ray"}]}""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('personio api', "json", """\
{"success":true,"data":[{"type":"Employee","attributes":{"id":{"label":"ID","value":1},"first_name":{"label":"First name","value":"Ann"},"last_name":{"label":"Last name","value":"Lee"},"supervisor":{"label":"Supervisor","value":null},"position":{"label":"Position","value":"CEO"}}},
{"type":"Employee","attributes":{"id":{"label":"ID","value":2},"first_name":{"label":"First name","value":"Bob"},"last_name":{"label":"Last name","value":"Ray"},"position":{"label":"Position","value":"COO"},"supervisor":{"label":"Supervisor","value":{"type":"Employee","attributes":{"id":{"label":"ID","value":1},"first_name":{"label":"First name","value":"Ann"}}}}}},
{"type":"Employee","attributes":{"id":{"label":"ID","value":3},"first_name":{"label":"First name","value":"Cy"},"last_name":{"label":"Last name","value":"Coe"},"position":{"label":"Position","value":"PM"},"supervisor":{"label":"Supervisor","value":{"type":"Employee","attributes":{"id":{"label":"ID","value":2},"first_name":{"label":"First name","value":"Bob"}}}}}}]}""",
     """\
1: CEO / Ann Lee
2 < 1: COO / Bob Ray
3 < 2: PM / Cy Coe
"""),
    ('keyed tree arrays at several members', "json", """\
{"name":"X","divisions":[{"name":"D1","departments":[{"name":"Q1","teams":[{"name":"T1","people":[{"name":"Ann Lee","role":"Lead"}]}]}]}]}""",
     """\
node-1 / X
node-2 < node-1 / D1
node-3 < node-2 / Q1
node-4 < node-3 / T1
node-5 < node-4: Lead / Ann Lee
"""),
    ('empty children null', "json", '{"n": "A", "c": [{"n": "B", "c": null}, {"n": "C", "c": [{"n": "D", "c": null}]}]}',
     """\
node-1 [filled]
node-2 < node-1 [filled]
node-3 < node-1 [filled]
node-4 < node-3 [filled]
"""),
    ('children dict ids', "json", """\
{"root":{"id":"r","name":"Ann Lee","children":{"17":{"name":"Bob Ray","children":{"18":{"name":"Cy Coe"}}},"19":{"name":"Di Day"}}}}""",
     """\
r / Ann Lee
node-2 < r / Bob Ray
node-3 < node-2 / Cy Coe
node-4 < r / Di Day
"""),
    ('manager email in obj', "json", """\
[{"name":"Ann Lee","email":"a@x.example"},
{"name":"Bob Ray","email":"b@x.example","manager":{"name":"Ann Lee","email":"a@x.example"}},
{"name":"Cy Coe","email":"c@x.example","manager":{"name":"Bob Ray","email":"b@x.example"}}]""",
     """\
Ann Lee / Ann Lee
Bob Ray < Ann Lee / Bob Ray
Cy Coe < Bob Ray / Cy Coe
"""),
    ('single object list', "json", '[{"name": "Ann Lee", "title": "CEO"}]',
     """\
entry-1: CEO / Ann Lee
"""),
]

CASES += [(f"names alone, {what} at the ends", "json", text,
           "node-1 / Ann Lee\nnode-2 < node-1 / Bob Ray\nnode-3 < node-2 / Cy Coe\nnode-4 < node-2 / Di Day\nnode-5 < node-1 / Ed Elm")
          for what, text in [("objects", '{"Ann Lee":{"Bob Ray":{"Cy Coe":{},"Di Day":{}},"Ed Elm":{}}}'),
                             ("nothing", '{"Ann Lee":{"Bob Ray":{"Cy Coe":null,"Di Day":null},"Ed Elm":null}}'),
                             ("lists", '{"Ann Lee":{"Bob Ray":["Cy Coe","Di Day"],"Ed Elm":[]}}')]]

HEADERS = ["MANAGER_ID", "managerid", "mgrId", "supervisor_id", "parent_employee_id", "ReportsToID", "lineManagerRef", "MGR_EMP_NO", "Manager (ID)",
           "Manager Emp. #", "Reports-To", "REPORTSTO", "Direct Manager's ID", "Superior", "Supervisor Employee Number", "boss_id", "upline",
           "Immediate Supervisor", "N+1", "HOD", "Reporting Officer ID", "Leads to"]

CASES += [(f"the header {header}", "csv", f"emp,full_name,pos,{header}\nx1,Ann Lee,CEO,\nx2,Bob Ray,COO,x1\nx3,Cy Coe,PM,x2\nx4,Di Day,PM,x2\n",
           "x1 / Ann Lee\nx2 < x1 / Bob Ray\nx3 < x2 / Cy Coe\nx4 < x2 / Di Day") for header in HEADERS]
